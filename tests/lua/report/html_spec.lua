--- What the writer of markup promises: nothing from the data reaches a page as markup.
local html <const> = require("stead.html")
local svg <const> = require("stead.svg")

local h <const> = html.tags

describe("an element", function()
  it("[R32] writes attributes in alphabetical order and escapes its content", function()
    assert.equal('<p class="lead" id="a">Wakefield &amp; Leeds</p>',
      tostring(h.p { id = "a", class = "lead", "Wakefield & Leeds" }))
  end)

  it("takes markup as it stands, however deep in lists, and leaves out what is false", function()
    assert.equal("<p>a<b>c</b></p>", tostring(h.p { "a", false, { { h.b "c" } } }))
  end)

  it("writes an underscore in an attribute as a hyphen and `true` as a bare attribute", function()
    assert.equal('<details aria-label="x" open></details>',
      tostring(h.details { aria_label = "x", open = true, hidden = false }))
  end)

  it("has no end when it is void, and closes itself in a picture", function()
    assert.equal("<br>", tostring(h.br {}))
    assert.equal('<circle r="2.5"/>', tostring(svg.tags.circle { r = 2.5 }))
  end)

  it("writes numbers with two decimals at most and never minus nought", function()
    assert.equal('<g a="0" b="1.33" c="-2" d="10"/>',
      tostring(svg.tags.g { a = -0.001, b = 4 / 3, c = -2.0, d = 10.0 }))
  end)
end)

describe("what a page refuses to carry as markup", function()
  it("a script in a name", function()
    assert.equal("<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>",
      tostring(h.b "<script>alert(1)</script>"))
  end)

  it("a quote that would end an attribute", function()
    assert.equal('<p title="&quot; onload=&#39;x&#39;"></p>',
      tostring(h.p { title = "\" onload='x'" }))
  end)

  it("bytes that are not text, which become the replacement character", function()
    assert.equal("<b>caf\u{FFFD} \u{FFFD}</b>", tostring(h.b "caf\xE9 \0"))
    assert.equal("<b>\u{FFFD}</b>", tostring(h.b "\xE2"))
  end)

  it("a coordinate that is not a number", function()
    assert.has_error(function()
      svg.tags.circle { cx = 0 / 0 }
    end)
  end)
end)
