--- Prints the values of an expression, as the REPL and `stead -e` do; nothing when there are none.

---@param ... any
return function(...)
  if select("#", ...) > 0 then
    print(...)
  end
end
