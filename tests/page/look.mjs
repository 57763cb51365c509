// Looks at pages in a real browser: node look.mjs FOLDER CHROMIUM; the modules stand in FOLDER.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const [, , folder, browser_path] = process.argv;
const require_from = createRequire(path.join(folder, "package.json"));
const { chromium } = require_from("playwright-core");
const axe = fs.readFileSync(require_from.resolve("axe-core/axe.min.js"), "utf8");

let failures = 0;
let passes = 0;
function check(ok, what, detail = "") {
  if (ok) passes += 1;
  else {
    failures += 1;
    console.log(`not ok - ${what} ${detail}`);
  }
}

// Labels that leave their picture, or that another label of the picture covers.
function label_faults() {
  const faults = [];
  for (const picture of document.querySelectorAll("figure > svg")) {
    const frame = picture.getBoundingClientRect();
    if (frame.width === 0) continue;
    const boxes = [...picture.querySelectorAll("text")].map((text) => {
      const box = text.getBoundingClientRect();
      return { words: text.textContent, x1: box.left, x2: box.right, y1: box.top, y2: box.bottom };
    });
    for (const [i, a] of boxes.entries()) {
      if (a.x1 < frame.left - 1 || a.x2 > frame.right + 1 || a.y1 < frame.top - 1
        || a.y2 > frame.bottom + 1) faults.push(`outside ${picture.querySelector("title").id}: ${a.words}`);
      for (const b of boxes.slice(i + 1)) {
        const x = Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1);
        const y = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1);
        if (x > 2 && y > 5) faults.push(`over one another: ${a.words} | ${b.words}`);
      }
    }
  }
  return faults;
}

async function at_width(browser, url, name, width) {
  const tab = await browser.newPage({ viewport: { width, height: 900 } });
  const fetched = [];
  const complaints = [];
  tab.on("request", (request) => fetched.push(request.url()));
  tab.on("console", (message) => complaints.push(message.text()));
  await tab.goto(url);
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(over <= 0, `${name} at ${width} does not scroll sideways`, `${over}px`);
  check(fetched.length === 1, `${name} fetches nothing`, fetched.join(" "));
  check(complaints.length === 0, `${name} raises no complaint`, complaints.join(" "));
  const faults = await tab.evaluate(label_faults);
  check(faults.length === 0, `${name} at ${width} has its labels inside and apart`,
    faults.join("; "));
  await tab.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
  await tab.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => window.axe.run());
  check(violations.length === 0, `${name} at ${width} passes axe`,
    violations.map((v) => `${v.id}: ${v.nodes[0].html}`).join("; "));
  await tab.close();
}

async function by_keyboard(browser, url, name) {
  const tab = await browser.newPage({ viewport: { width: 390, height: 900 } });
  await tab.goto(url);
  await tab.keyboard.press("Tab");
  const first = await tab.evaluate(() => document.activeElement.textContent);
  check(first === "Skip to the content", `${name}: the first stop skips to the content`, first);
  const loose = await tab.evaluate(() => [...document.querySelectorAll(".scroll")]
    .filter((region) => region.tabIndex !== 0 || !document.getElementById(
      region.getAttribute("aria-labelledby"))).length);
  check(loose === 0, `${name}: each scrolling table can be reached and has a name`, loose);
  await tab.close();
}

async function on_paper(browser, url, name) {
  const tab = await browser.newPage();
  await tab.goto(url);
  await tab.emulateMedia({ media: "print" });
  const shut = await tab.evaluate(() => [...document.querySelectorAll("details > :not(summary)")]
    .filter((content) => content.getBoundingClientRect().height === 0).length);
  check(shut === 0, `${name}: on paper everything is open`, `${shut} shut`);
  const pdf = await tab.pdf({
    path: path.join(folder, `${name}.pdf`), preferCSSPageSize: true, printBackground: true,
  });
  const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) || []).length;
  check(pages > 0 && pages < 20, `${name} prints on a sensible number of sheets`, pages);
  await tab.close();
}

const browser = await chromium.launch({
  executablePath: browser_path, args: ["--no-sandbox", "--disable-gpu"],
});
for (const file of fs.readdirSync(folder).filter((each) => each.endsWith(".html")).sort()) {
  const url = "file://" + path.join(folder, file);
  const name = path.basename(file, ".html");
  for (const width of [320, 390, 1024, 1400]) await at_width(browser, url, name, width);
  await by_keyboard(browser, url, name);
  await on_paper(browser, url, name);
}
await browser.close();
console.log(`${passes} passed, ${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
