// In Firefox: leave in the middle, go on after a reload, see the map, save the result, quick exit.
// node attempt_firefox.mjs FIREFOX ADDRESS
//
// Prints one JSON line: {problems, offered, nodes, taken, result, left}.

import puppeteer from 'puppeteer-core';

const [executablePath, address] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath,
  headless: true,
  extraPrefsFirefox: { 'media.autoplay.default': 5, 'network.captive-portal-service.enabled': false },
});
const problems = [];
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(60000);
  page.on('pageerror', (error) => problems.push(String(error)));
  const press = async (selector) => {
    await page.waitForSelector(selector, { visible: true });
    await page.click(selector);
  };
  // Not waitForFunction: in Firefox 140 the film's own content security policy forbids it there.
  const until = async (holds) => {
    while (!(await page.evaluate(holds))) await new Promise((wake) => setTimeout(wake, 50));
  };
  await page.goto(address);
  await press('#start');
  await press('.choice[data-choice="ask-alone"]');
  await press('#proceed');
  await page.waitForSelector('html[data-scene=look][data-phase=deciding]');
  await page.reload();
  const offered = await page.waitForSelector('.resume').then((it) => it.evaluate((e) => e.textContent));
  await press('.resume');
  await press('.choice[data-choice="bag"]');
  await page.waitForSelector('#debrief .map');
  const nodes = await page.$$eval('.map .node', (row) => row.length);
  const taken = await page.$$eval('.map .edge.taken', (row) => row.length);
  // The file's text, caught where the browser would ask for a place.
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      blob.text().then((text) => { window.savedText = text; });
      return make.call(URL, blob);
    };
  });
  await press('#save-result');
  await until(() => Boolean(window.savedText));
  const result = await page.evaluate(() => window.savedText);
  await page.click('#debrief h1');
  await page.keyboard.press('q');
  await until(() => location.href === 'about:blank');
  const left = await page.evaluate(() => document.title + document.body.textContent);
  console.log(JSON.stringify({ problems, offered, nodes, taken, result, left }));
} finally {
  await browser.close();
}
