// Pictures of every page: node test/support/stage/shots.mjs FOLDER [name…]
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) throw new Error('usage: shots.mjs FOLDER [name…]');
mkdirSync(folder, { recursive: true });

const pages = {
  home: ['full', '/'],
  'home-empty': ['empty', '/'],
  catalogs: ['full', '/catalogs'],
  machines: ['full', '/machines'],
  'machines-empty': ['empty', '/machines'],
  'machines-facts': ['full', '/machines?view=facts'],
  machine: ['full', '/machines/srv-file01'],
  'machine-facts': ['full', '/machines/srv-file01?tab=facts'],
  'machine-why-picture': [
    'full',
    '/machines/srv-file01?why=srv-file01%7Cmsrc%3AKB5083022&proof=picture&panel=wide',
  ],
  'machine-why-unknown': ['full', '/machines/kiosk-07?why=kiosk-07%7Cmsrc%3AKB5083022'],
  'machine-why': ['full', '/machines/srv-file01?why=srv-file01%7Cmsrc%3AKB5083022'],
  updates: ['full', '/updates?q=state:required+severity:critical'],
  'updates-huge': ['huge', '/updates'],
  'updates-empty': ['empty', '/updates'],
  update: ['full', '/updates/msrc%3AKB5079022'],
  'update-chain': ['full', '/updates/msrc%3AKB5079022?tab=chain'],
  'update-why': ['full', '/updates/msrc%3AKB5083022?why=srv-app07%7Cmsrc%3AKB5083022'],
  map: ['full', '/map'],
  'map-big': ['full&fleet=1000x4000', '/map'],
  'map-empty': ['empty', '/map'],
  review: ['full', '/review'],
  bundle: ['full', '/bundle'],
  journal: ['full', '/journal'],
  settings: ['full', '/settings'],
  import: ['full', '/import'],
};
const looks = [
  { id: 'light', width: 1366, height: 768, query: 'theme=light' },
  { id: 'dark', width: 1366, height: 768, query: 'theme=dark' },
  { id: 'wide', width: 1920, height: 1080, query: 'theme=light&marking=VS-NUR+F%C3%9CR+DEN+DIENSTGEBRAUCH' },
  { id: 'de', width: 1366, height: 768, query: 'theme=light&language=de' },
  { id: 'pseudo', width: 1366, height: 768, query: 'theme=light&language=pseudo' },
  { id: 'narrow', width: 380, height: 800, query: 'theme=light' },
];
const chosenLooks = (process.env['LOOKS'] ?? 'light,dark').split(',');

const server = await createServer({ server: { port: 0 }, logLevel: 'error', clearScreen: false });
await server.listen();
const base = server.resolvedUrls?.local[0];
const browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium' });
try {
  for (const look of looks.filter((l) => chosenLooks.includes(l.id))) {
    const page = await browser.newPage({ viewport: { width: look.width, height: look.height } });
    page.setDefaultTimeout(120_000);
    page.on('pageerror', (error) => console.error(look.id, error.message));
    page.on('console', (message) => message.type() === 'error' && console.error(look.id, message.text()));
    for (const [name, [fill, hash]] of Object.entries(pages)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await page.goto('about:blank');
      await page.goto(`${base}test/support/stage/index.html?fill=${fill}&${look.query}#${hash}`);
      await page.waitForSelector('h1', { timeout: 90_000 });
      if (name === 'import') {
        const names = [
          'SRV-NEW01_systeminfo.txt',
          'cut-2026-sep.xml',
          'nameless_qfe.txt',
          'older-2026-may.xml',
          'same.txt',
          'dxdiag.txt',
        ];
        await page.setInputFiles(
          '[data-input=files]',
          names.map((n) => ({ name: n, mimeType: 'text/plain', buffer: Buffer.from(n) })),
        );
        await page.waitForTimeout(400);
      }
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(250);
      await page.screenshot({ path: `${folder}/${name}-${look.id}.png` });
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
