// Walks an exported film in Firefox (WebDriver BiDi), for the Python tests.
//   node walk_firefox.mjs FIREFOX INDEX_ADDRESS LANGUAGE mouse|keyboard '["choose:id", "proceed", …]'
// Prints {"problems": [...], "phase", "scene"}; problems are console errors and page errors.

import puppeteer from 'puppeteer-core';

const [executablePath, address, language, hand, steps] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath,
  headless: true,
  extraPrefsFirefox: { 'media.autoplay.default': 5, 'network.captive-portal-service.enabled': false },
});
const problems = [];
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(45000);
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(address);
  const press = async (selector) => {
    await page.waitForSelector(selector, { visible: true });
    if (hand === 'mouse') return page.click(selector);
    const digit = await page.$eval(selector, (it) => it.querySelector('kbd')?.textContent);
    if (digit) return page.keyboard.press(digit);
    for (let count = 0; count < 40; count += 1) {
      if (await page.evaluate((it) => document.activeElement?.matches(it), selector)) {
        return page.keyboard.press('Enter');
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${selector}`);
  };
  const wait = async (selector) => {
    for (;;) {
      await page.waitForSelector(`${selector}, #scene-note .main`);
      if (await page.$(selector)) return;
      await press('#scene-note .main');
    }
  };
  await page.waitForSelector('#start');
  await page.select('.start-screen .language', language);
  await press('#start');
  for (const step of JSON.parse(steps)) {
    const [action, choice] = step.split(':');
    if (action === 'choose') {
      await wait('html[data-phase=deciding]');
      await press(`.choice[data-choice="${choice}"]:not([aria-disabled])`);
    } else {
      await press(`#${action}`);
    }
  }
  await wait('#debrief');
  const { phase, scene, lang } = await page.evaluate(() => (
    { ...document.documentElement.dataset, lang: document.documentElement.lang }));
  console.log(JSON.stringify({ problems, phase, scene, lang }));
} finally {
  await browser.close();
}
