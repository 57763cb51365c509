-- expects: places/hostile.lua:2: a declaration has no 'rawset': it says what was agreed
rawset(string, "upper", nil)
