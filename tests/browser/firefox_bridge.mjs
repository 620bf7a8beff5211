// One page in Firefox (WebDriver BiDi), told what to do line by line by tests/browser/engines.py:
// {"do": "goto"|"click"|"press"|"evaluate"|"size"|"screenshot"|"pdf", "what": …} in,
// {"value": …} or {"error": …} out.
//   node firefox_bridge.mjs FIREFOX

import { createInterface } from 'node:readline';

import puppeteer from 'puppeteer-core';

const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: process.argv[2],
  headless: true,
  extraPrefsFirefox: { 'media.autoplay.default': 5, 'network.captive-portal-service.enabled': false },
});
const page = await browser.newPage();
page.setDefaultTimeout(45000);
const problems = [];
page.on('pageerror', (error) => problems.push(String(error)));
page.on('console', (message) => {
  if (message.type() === 'error') problems.push(message.text());
});

const acts = {
  goto: (address) => page.goto(address).then(() => null),
  click: async (selector) => {
    await page.waitForSelector(selector, { visible: true });
    await page.click(selector);
    return null;
  },
  press: (key) => page.keyboard.press(key).then(() => null),
  evaluate: (script) => page.evaluate(script),
  size: async ([width, height]) => {
    await page.setViewport({ width, height }).catch((error) => {
      // Sent beside the size; Firefox 140 does not know it, and no test turns the screen.
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
    });
    return null;
  },
  screenshot: (path) => page.screenshot({ path }).then(() => null),
  pdf: (path) => page.pdf({ path, preferCSSPageSize: true }).then(() => null),
  problems: async () => problems,
};
try {
  for await (const line of createInterface({ input: process.stdin })) {
    const { do: act, what } = JSON.parse(line);
    let reply;
    try {
      reply = { value: (await acts[act](what)) ?? null };
    } catch (error) {
      reply = { error: String(error) };
    }
    process.stdout.write(`${JSON.stringify(reply)}\n`);
  }
} finally {
  await browser.close();
}
