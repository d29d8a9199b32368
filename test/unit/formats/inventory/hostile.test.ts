import { describe, expect, it } from 'vitest';
import { inventoryFormats } from '../../../../src/formats/index.ts';
import type { FileSource } from '../../../../src/formats/index.ts';
import { formatOfFile, readAny, readingOf } from '../../../support/read-inventory.ts';
import { systeminfoText } from '../../../support/systeminfo-text.ts';

/** The formats that read; those behind them only hash. */
const parsingFormats = inventoryFormats.findIndex((format) => format.leftAside !== undefined);

const headerLine = 'CSName  HotFixID   InstalledOn  ';
const good = systeminfoText({ hotfixes: ['KB4487044'] });

/** A file of the given size that has content only where its first bytes are asked for. */
function hugeFile(start: string, size: number): FileSource & { reads: number } {
  const head = new File([start], 'huge.txt');
  return {
    name: 'huge.txt',
    size,
    reads: 0,
    slice: (from, to) => head.slice(from, to),
    arrayBuffer() {
      this.reads += 1;
      return head.arrayBuffer();
    },
    stream() {
      this.reads += 1;
      return head.stream();
    },
  };
}

/** A file whose medium fails, or whose bytes change, from the given reading on. */
function fickleFile(contents: readonly (string | Error)[]): FileSource {
  let reading = 0;
  const first = new File([String(contents[0])], 'stick.txt');
  return {
    name: 'stick.txt',
    size: first.size,
    slice: (from, to) => first.slice(from, to),
    arrayBuffer: () => first.arrayBuffer(),
    stream() {
      const content = contents[Math.min(reading++, contents.length - 1)];
      if (typeof content === 'string') return new Blob([content]).stream();
      return new ReadableStream({ pull: (controller) => controller.error(content) });
    },
  };
}

describe('hostile inventories', () => {
  it('INV01 of 500 files with 7 bad ones 493 are read and 7 are listed with their reasons', async () => {
    const bad = [
      new File([], 'bad-1.txt'),
      new File(['just words'], 'bad-2.txt'),
      new File([new Uint8Array(5000).map((_, at) => (at * 7919) % 251)], 'bad-3.bin'),
      new File([systeminfoText({ version: '10.0.19045 N/A Build 17763' })], 'bad-4.txt'),
      new File([good + good], 'bad-5.txt'),
      new File([`${headerLine}\r\nA       KB4487044  \r\nB       KB4487044  \r\n`], 'bad-6.txt'),
      new File(['<Objs xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj>'], 'bad-7.xml'),
    ];
    const files = Array.from({ length: 493 }, (_, at) => {
      const text = systeminfoText({ host: `PC-${at}`, hotfixes: ['KB4487044'] });
      return new File([text], `PC-${at}_systeminfo.txt`);
    });
    bad.forEach((file, at) => files.splice(at * 70, 0, file));
    const results = await Promise.all(files.map(async (file) => ({ file, result: await readAny(file) })));
    const read = results.filter(({ result }) => result?.ok && result.value.use === 'reading');
    const codes = results
      .filter(({ result }) => !result?.ok)
      .map(({ file, result }) => [
        file.name,
        result === null || result.ok ? 'not claimed' : result.error.code,
      ]);
    expect(read).toHaveLength(493);
    expect(codes).toEqual([
      ['bad-1.txt', 'not claimed'],
      ['bad-2.txt', 'not claimed'],
      ['bad-3.bin', 'not claimed'],
      ['bad-4.txt', 'os-facts-inconsistent'],
      ['bad-5.txt', 'several-machines'],
      ['bad-6.txt', 'several-machines'],
      ['bad-7.xml', 'cut-off'],
    ]);
  });

  it.each([
    ['systeminfo', good],
    ['qfe-table', `${headerLine}\r\nA       KB4487044  \r\n`],
    ['wmic-list', '\r\nCSName=A\r\nDescription=x\r\nHotFixID=KB4487044\r\n'],
    ['qfe-csv', 'Node,HotFixID,InstalledOn\r\nA,KB4487044,1/1/2020\r\n'],
    ['clixml', '<Objs xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj/></Objs>'],
  ])('INV11 a %s of 500 MB is refused by its size before it is read', async (format, start) => {
    const file = hugeFile(start, 500 * 1024 * 1024);
    const result = await readAny(file);
    expect((await formatOfFile(file))?.id).toBe(format);
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'file-too-large',
        file: 'huge.txt',
        details: { bytes: 524_288_000, maximum: 33_554_432 },
      },
    });
    expect(file.reads).toBe(0);
  });

  it('INV11 a registry export of 500 MB is refused by its size before it is read', async () => {
    const file = hugeFile('Windows Registry Editor Version 5.00\r\n', 500 * 1024 * 1024);
    const result = await readAny(file);
    expect(result).toMatchObject({ ok: false, error: { code: 'file-too-large', file: 'huge.txt' } });
    expect(file.reads).toBe(0);
  });

  it('INV12 a stick pulled during the read is an unreadable file, not an exception', async () => {
    const pulled = new DOMException('device gone', 'NotFoundError');
    const result = await readAny(fickleFile([pulled]));
    expect(result).toBeNull();
    const systeminfo = inventoryFormats.find((format) => format.id === 'systeminfo');
    const read = await systeminfo?.read(fickleFile([pulled]), {});
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'file-unreadable', file: 'stick.txt', place: 'byte 0' },
    });
    const again = await systeminfo?.read(fickleFile([good]), {});
    expect(again?.ok).toBe(true);
  });

  it('INV13 a file that changes while it is read is refused, also when its size stays', async () => {
    const other = good.replace('KB4487044', 'KB4487045');
    const result = await readAny(fickleFile([good, other]));
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'file-changed-while-read', file: 'stick.txt' },
    });
    const shorter = await readAny(fickleFile([good, good.slice(0, 100)]));
    expect(shorter).toMatchObject({ ok: false, error: { code: 'file-changed-while-read' } });
  });

  const machineKey = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Acme]';
  const others = [
    ['registry', `REGEDIT4\r\n${machineKey}\r\n"x"=dword:00000001\r\n\r\n`, '00000001', '00000002'],
    ['dism-packages', 'X : a~31bf3856ad364e35~amd64~~10.0.1.0\r\nX : Installed\r\nX :\r\nX :\r\n\r\nend', '10.0.1.0', '10.0.2.0'],
    ['msinfo32', '<MsInfo><Category name="x"><Data><a>Windows 1</a><b>10.0.19045</b></Data></Category></MsInfo>', 'Windows 1', 'Windows 2'],
    ['msinfo32-text', '[x]\r\na\tb\t\r\nWindows\tX 1\t\r\nv\t10.0.19045\t\r\n', 'X 1', 'X 2'],
    ['agent-inventory', '<REQUEST><CONTENT><HARDWARE><OSNAME>Windows 1</OSNAME></HARDWARE></CONTENT></REQUEST>', 'Windows 1', 'Windows 2'],
    ['agent-inventory-json', '{"action":"inventory","content":{"hardware":{"osname":"Windows 1"}}}', 'Windows 1', 'Windows 2'],
  ] as const; // prettier-ignore

  it.each(others)(
    'INV11 INV12 INV13 a %s: too large, pulled out, changed while it is read',
    async (id, text, before, after) => {
      const format = inventoryFormats.find((one) => one.id === id);
      expect((await formatOfFile(new File([text], 'a.txt')))?.id).toBe(id);
      expect(await format?.read(new File([text], 'a.txt'), {})).toMatchObject({ ok: true });
      const huge = hugeFile(text, 500 * 1024 * 1024);
      expect(await format?.read(huge, {})).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
      expect(huge.reads).toBe(0);
      const pulled = new DOMException('device gone', 'NotFoundError');
      expect(await format?.read(fickleFile([pulled]), {})).toMatchObject({
        ok: false,
        error: { code: 'file-unreadable' },
      });
      expect(await format?.read(fickleFile([text, text.replace(before, after)]), {})).toMatchObject({
        ok: false,
        error: { code: 'file-changed-while-read' },
      });
      const stopped = await format?.read(new File([text], 'a'), { signal: AbortSignal.abort() });
      expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    },
  );

  it.each([
    ['msinfo32', (inner: string) => `<MsInfo>${inner}</MsInfo>`],
    ['agent-inventory', (inner: string) => `<REQUEST><CONTENT>${inner}</CONTENT></REQUEST>`],
  ])('%s: document types, deep nesting and names of JavaScript are refused', async (id, around) => {
    const format = inventoryFormats.find((one) => one.id === id);
    const code = async (text: string) => {
      const read = await format?.read(new File([text], 'a.xml'), {});
      return read?.ok === false ? read.error.code : 'read';
    };
    expect(await code(`<!DOCTYPE x [<!ENTITY a "b">]>${around('')}`)).toBe('doctype-refused');
    expect(await code(around('<a>'.repeat(100)))).toBe('too-deep');
    expect(await code(around('<Data><__proto__>x</__proto__></Data>'))).toBe('name-refused');
  });

  it('INV17 NUL and lone surrogates in values are kept escaped', async () => {
    const text = systeminfoText({ name: 'Windows \u0000 10 \ud800 Pro', hotfixes: ['KB4487044'] });
    const reading = await readingOf(new Uint8Array(utf16(text)), 'a.txt');
    expect(reading.os?.name).toMatchObject({ value: 'Windows \\u0000 10 \\ud800 Pro' });
    const written = new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(reading)));
    expect(JSON.parse(written)).toEqual(reading);
  });

  it('a cancelled read is a cancelled read', async () => {
    const systeminfo = inventoryFormats.find((format) => format.id === 'systeminfo');
    const read = await systeminfo?.read(new File([good], 'a.txt'), { signal: AbortSignal.abort() });
    expect(read).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it.each([
    ['one line of 2 MB', () => 'x'.repeat(2_000_000)],
    ['blanks and a colon', () => `${' '.repeat(1_000_000)}: ${' '.repeat(1_000_000)}`],
    ['carriage returns only', () => '\r'.repeat(300_000)],
    ['two million line feeds', () => '\n'.repeat(2_000_000)],
    ['opening brackets', () => '[01'.repeat(600_000)],
    ['a header of 2 MB', () => `${'Caption  '.repeat(200_000)}HotFixID`],
    ['quotes', () => '"'.repeat(2_000_000)],
    ['names without values', () => 'a='.repeat(1_000_000)],
    ['an open text', () => `REGEDIT4\n[HKEY_LOCAL_MACHINE\\A]\n"x"="${'\\\\x'.repeat(500_000)}`],
    [
      'an open text of many lines',
      () => `REGEDIT4\n[HKEY_LOCAL_MACHINE\\A]\n"x"="${'a\n'.repeat(1_000_000)}`,
    ],
    [
      'binary data without end',
      () => `REGEDIT4\n[HKEY_LOCAL_MACHINE\\A]\n"x"=hex:${'00,\\\n'.repeat(400_000)}`,
    ],
    ['a key of 2 MB', () => `REGEDIT4\n[HKEY_LOCAL_MACHINE\\${'a\\'.repeat(700_000)}]\n`],
    ['equals signs', () => `${'= '.repeat(1_000_000)}x`],
  ])('%s is done with in time that grows with its length only', async (_, make) => {
    const file = new File([make()], 'long_qfe.txt');
    for (const format of inventoryFormats.slice(0, parsingFormats)) {
      const before = process.cpuUsage();
      await format.read(file, {});
      // Quadratic work on two million characters takes hours, so the bound can be generous.
      expect([format.id, process.cpuUsage(before).user < 10e6]).toEqual([format.id, true]);
    }
  });

  it('a systeminfo followed by 9 MB of prose is read', async () => {
    const noise = `${'words without meaning '.repeat(20)}\r\n`.repeat(20_000);
    const reading = await readingOf(systeminfoText({ hotfixes: ['KB4487044'] }) + noise, 'a.txt');
    expect(reading.hotfixes?.entries).toMatchObject([{ kb: 4487044 }]);
  });
});

function utf16(text: string): number[] {
  const units = [...Array(text.length).keys()].map((at) => text.charCodeAt(at));
  return [0xff, 0xfe, ...units.flatMap((unit) => [unit & 0xff, unit >> 8])];
}
