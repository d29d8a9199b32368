import { describe, expect, it } from 'vitest';
import { scanJson, type ScanContents } from '../../../../src/formats/scan-json/index.ts';
import { schemaFaults } from '../../../support/scan-schema.ts';
import { contents, sha } from './contents.ts';

const write = (input: ScanContents) => [...scanJson(input)].join('');

/** By hand from the form in the issue: fixed key order, sorted by code unit ("B" before "a", "-" before "1"). */
const expected = `{"format":"patchferry-scan/1",
"catalogs":[
{"source":"msrc","edition":"2019-Feb@2019-02-12T00:00:00","sha256":"${sha('b')}","updates":85},
{"source":"msrc","edition":"2019-Mar@2019-03-12T00:00:00","sha256":"${sha('c')}","updates":40}
],
"machines":[
{"name":"B-PC2","files":["B.txt","a.txt","y.txt"],"os":{"name":"Microsoft Windows 10 Pro","version":"10.0.17763","build":17763,"ubr":null,"arch":"x64","productType":"client"},"facts":5,"incomplete":["hotfix-list-cut","ubr-missing"]},
{"name":"b-pc","files":["z.txt"],"os":{"name":null,"version":null,"build":null,"ubr":null,"arch":null,"productType":null},"facts":1,"incomplete":["hotfix-list-cut","ubr-missing"]}
],
"states":[
{"machine":"B-PC2","update":"msrc:C2R-2019-Mar-11762","kb":null,"state":"Required","grade":"listed","reason":"older-cumulative-listed","supersededBy":"msrc:KB4489899"},
{"machine":"B-PC2","update":"msrc:KB4489899","kb":"KB4489899","state":"Required","grade":"listed","reason":"older-cumulative-listed"},
{"machine":"b-pc","update":"msrc:KB4489899","kb":"KB4489899","state":"Unknown","grade":null,"reason":"os-facts-missing","blockers":["os-facts","ubr"]}
],
"ignored":[
{"file":"a.wmi","format":"wmic-list","reason":"no-facts"},
{"file":"z.wmi","format":"wmic-list","reason":"no-facts"}
],
"rejected":[
{"file":"Empty.xml","code":"file-empty","message":"Empty.xml: the file is empty; copy it again from its source."},
{"file":"cut.xml","code":"cut-off","message":"cut.xml, line 812: the file ends too early (expected 20, found 10); copy it again from its source."}
],
"warnings":[
{"code":"list-cut","file":"y.txt","details":{"declared":273,"items":245}},
{"code":"months-missing","details":{"months":"2019-Jan"}}
]
}
`;

describe('patchferry-scan/1', () => {
  it('has the keys, the order and the final newline that the form asks for', () => {
    expect(write(contents())).toBe(expected);
  });

  it('passes the schema, empty and filled', () => {
    expect(schemaFaults(JSON.parse(write(contents(true))))).toEqual([]);
    const empty: ScanContents = {
      documents: [],
      updates: [],
      machines: [],
      statesOf: () => [],
      ignored: [],
      rejected: [],
      warnings: [],
      all: true,
    };
    expect(schemaFaults(JSON.parse(write(empty)))).toEqual([]);
  });

  it('writes Not Required rows only on demand', () => {
    const rows = (text: string) => JSON.parse(text).states as { state: string }[];
    expect(rows(write(contents())).filter((row) => row.state === 'NotRequired')).toHaveLength(0);
    expect(rows(write(contents(true))).filter((row) => row.state === 'NotRequired')).toHaveLength(1);
  });

  it('is byte-identical whatever the order of its contents', () => {
    const a = contents(true);
    const b: ScanContents = {
      ...a,
      documents: [...a.documents].reverse(),
      updates: [...a.updates].reverse(),
      machines: [...a.machines]
        .reverse()
        .map((m) => ({ ...m, files: [...m.files].reverse(), incomplete: [...m.incomplete].reverse() })),
      statesOf: (m) =>
        [...a.statesOf(m)].reverse().map((r) => ({ ...r, blockers: [...r.blockers].reverse() })),
      ignored: [...a.ignored].reverse(),
      rejected: [...a.rejected].reverse(),
      warnings: [...a.warnings].reverse(),
    };
    expect(write(b)).toBe(write(a));
  });
});
