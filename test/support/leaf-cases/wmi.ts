import type { Rule } from '../../../src/domain/index.ts';
import { absent, fact } from '../facts-machine.ts';
import type { FactLine } from '../facts-machine.ts';
import { ask, not } from './case.ts';
import type { LeafCase } from './case.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;

const query = (text: string, namespace = ''): Rule => ask({ kind: 'wmi-query', namespace, query: text });
const rows = (name: string, list: readonly Row[], namespace = 'root\\cimv2'): FactLine =>
  fact({ kind: 'wmi_class', namespace, class: name }, list);

const device = 'PCI\\VEN_8086&DEV_8D31&SUBSYS_2129103C&REV_05\\3&11583659&0&A0';
const devices = [rows('Win32_PnPEntity', [{ DeviceID: 'ACPI\\PNP0C0A\\1' }, { DeviceID: device }])];
const maker = [
  rows('Win32_ComputerSystem', [{ Manufacturer: 'Hewlett-Packard', Model: 'HP EliteBook 840' }]),
];
const bios = [rows('Win32_BIOS', [{ ReleaseDate: '20180716000000.000000+000' }])];
const like = (pattern: string) => query(`select * from Win32_PnpEntity where DeviceID LIKE '${pattern}'`);
const values = [rows('T', [{ N: 5, S: 'b', B: true, Z: null, D: '10' }])];
const t = (where: string) => query(`SELECT S FROM T WHERE ${where}`);
const product = (where: string) => query(`select * from Win32_Product where ${where}`);
const msi = fact({ kind: 'msi_product', product: '{A}' }, { version: '4.5.0.1', language: 1033 });
const boards = Array.from({ length: 600 }, (_, i) => `Product='${(0x8000 + i).toString(16)}'`).join(' or ');

export const wmiCases: readonly LeafCase[] = [
  // The forms of the samples.
  {
    name: 'device by LIKE, doubled backslash, underscores as wildcards',
    rule: like('%PCI\\\\VEN_8086&DEV_8D31%'),
    facts: devices,
    expected: 'true',
  },
  { name: 'device that is not there', rule: like('%VEN_10DE&DEV_1234%'), facts: devices, expected: 'false' },
  { name: 'an underscore is one character', rule: like('%VEN-8086%'), facts: devices, expected: 'false' },
  {
    name: 'one of several devices',
    rule: query(
      "select * from Win32_PnpEntity where DeviceID LIKE '%NOPE%' or DeviceID LIKE '%ACPI\\\\PNP0C0A%'",
    ),
    facts: devices,
    expected: 'true',
  },
  {
    name: 'maker with parentheses and not',
    rule: query(
      "select * from Win32_ComputerSystem where (Manufacturer='Hewlett-Packard' and not (Model like '%Proliant%')) or (Manufacturer='HP') ",
    ),
    facts: maker,
    expected: 'true',
  },
  {
    name: 'comparison without regard to case',
    rule: query("select * from win32_computersystem where manufacturer='HEWLETT-PACKARD'"),
    facts: maker,
    expected: 'true',
  },
  {
    name: 'BIOS date as text',
    rule: query("select * from Win32_BIOS where ReleaseDate>='20180717' "),
    facts: bios,
    expected: 'false',
  },
  {
    name: 'BIOS date as text, the day itself',
    rule: query("select * from Win32_BIOS where ReleaseDate>='20180716'"),
    facts: bios,
    expected: 'true',
  },
  {
    name: '600 alternatives, the last one',
    rule: query(`select * from Win32_BaseBoard where ${boards}`),
    facts: [rows('Win32_BaseBoard', [{ Product: '8257' }])],
    expected: 'true',
  },
  {
    name: '600 alternatives, none',
    rule: query(`select * from Win32_BaseBoard where ${boards}`),
    facts: [rows('Win32_BaseBoard', [{ Product: '82FF' }])],
    expected: 'false',
  },
  { name: 'no condition: any row', rule: query('select * from T'), facts: values, expected: 'true' },
  { name: 'no row at all', rule: query('select * from T'), facts: [rows('T', [])], expected: 'false' },
  {
    name: 'all tests hold of one row, not of several',
    rule: query("select * from T where A='1' and B='2'"),
    facts: [
      rows('T', [
        { A: '1', B: '1' },
        { A: '2', B: '2' },
      ]),
    ],
    expected: 'false',
  },
  // LIKE.
  { name: 'a set', rule: t("S LIKE '[a-c]'"), facts: values, expected: 'true' },
  { name: 'a set turned round', rule: t("S LIKE '[^a-c]'"), facts: values, expected: 'false' },
  {
    name: 'LIKE without wildcards is the whole text',
    rule: t("D LIKE '1'"),
    facts: values,
    expected: 'false',
  },
  { name: 'NOT LIKE', rule: t("S NOT LIKE 'c%'"), facts: values, expected: 'true' },
  {
    name: 'a percent sign in a set is itself',
    rule: query("select * from T where S like '100[%]'"),
    facts: [rows('T', [{ S: '100%' }])],
    expected: 'true',
  },
  {
    name: 'wildcards that overlap',
    rule: query("select * from T where S like '%ab%ba%'"),
    facts: [rows('T', [{ S: 'aba' }])],
    expected: 'false',
  },
  // Values.
  { name: 'numbers as numbers', rule: t('N < 10'), facts: values, expected: 'true' },
  { name: 'a number written as text', rule: t("N >= '5'"), facts: values, expected: 'true' },
  { name: 'a text of digits against a number', rule: t('D > 9'), facts: values, expected: 'true' },
  { name: 'texts of digits as texts', rule: t("D > '9'"), facts: values, expected: 'false' },
  { name: 'the constant first', rule: t('3 < N'), facts: values, expected: 'true' },
  { name: 'not equal, both spellings', rule: t("S <> 'a' AND S != 'c'"), facts: values, expected: 'true' },
  { name: 'a truth value', rule: t('B = TRUE'), facts: values, expected: 'true' },
  {
    name: 'and binds closer than or',
    rule: t("N = 5 OR N = 6 AND S = 'x'"),
    facts: values,
    expected: 'true',
  },
  { name: 'not binds closest', rule: t("NOT N = 6 AND S = 'b'"), facts: values, expected: 'true' },
  { name: 'NULL equals nothing', rule: t("Z = 'x'"), facts: values, expected: 'false' },
  { name: 'not of a test on NULL is not known', rule: t("NOT Z = 'x'"), facts: values, expected: 'unknown' },
  { name: 'IS NULL', rule: t('Z IS NULL AND S IS NOT NULL'), facts: values, expected: 'true' },
  { name: 'a column nobody recorded', rule: t("Other = 'x'"), facts: values, expected: 'unknown' },
  {
    name: 'a column nobody recorded beside a test that fails',
    rule: t("Other = 'x' AND N = 6"),
    facts: values,
    expected: 'false',
  },
  {
    name: 'a quote in a text',
    rule: query("select * from T where S = 'it\\'s'"),
    facts: [rows('T', [{ S: "it's" }])],
    expected: 'true',
  },
  // Namespaces and classes.
  {
    name: 'either slash, any case',
    rule: query('select * from T', 'Root/CIMv2'),
    facts: [rows('t', [{ A: 1 }], 'ROOT\\cimv2')],
    expected: 'true',
  },
  {
    name: 'a namespace that is not there',
    rule: query('select * from Dell_SoftwareIdentity', 'root\\dell\\sysinv'),
    facts: [absent({ kind: 'wmi_namespace', namespace: 'root/Dell/SysInv' })],
    expected: 'false',
  },
  {
    name: 'a complete WMI without the namespace',
    rule: query('select * from X', 'root\\x'),
    complete: ['wmi'],
    expected: 'false',
  },
  {
    name: 'a class that is not there',
    rule: query('select * from X'),
    facts: [absent({ kind: 'wmi_class', namespace: 'root\\cimv2', class: 'X' })],
    expected: 'unknown',
  },
  { name: 'a class nobody recorded', rule: query('select * from X'), expected: 'unknown' },
  {
    name: 'the recorded answer to the very text',
    rule: query('select * from X'),
    facts: [fact({ kind: 'wmi_query', namespace: 'root\\cimv2', query: 'select * from X' }, true)],
    expected: 'true',
  },
  {
    name: 'the recorded answer to a query that is not understood',
    rule: query('associators of {X}'),
    facts: [fact({ kind: 'wmi_query', namespace: 'root\\cimv2', query: 'associators of {X}' }, false)],
    expected: 'false',
  },
  { name: 'a query that is not understood', rule: query('associators of {X}'), expected: 'unknown' },
  { name: 'an open quote', rule: query("select * from T where S = 'x"), facts: values, expected: 'unknown' },
  {
    name: 'parentheses that do not close',
    rule: query('select * from T where (N = 5'),
    facts: values,
    expected: 'unknown',
  },
  {
    name: 'nesting beyond the limit',
    rule: query(`select * from T where ${'('.repeat(5000)}N = 5${')'.repeat(5000)}`),
    facts: values,
    expected: 'unknown',
  },
  // Classes that other facts give.
  {
    name: 'Win32_Product from the MSI list',
    rule: product("Version >= '4.4.0.0' and IdentifyingNumber = '{a}'"),
    facts: [msi],
    complete: ['msi'],
    expected: 'true',
  },
  {
    name: 'Win32_Product by name, which the list does not hold',
    rule: product("Name = 'X' and Version >= '4.4.0.0'"),
    facts: [msi],
    complete: ['msi'],
    expected: 'unknown',
  },
  {
    name: 'Win32_Product below the version',
    rule: product("Name = 'X' and Version >= '4.6.0.0'"),
    facts: [msi],
    complete: ['msi'],
    expected: 'false',
  },
  {
    name: 'Win32_Product of a list that may be cut',
    rule: product("Version >= '4.6.0.0'"),
    facts: [msi],
    expected: 'unknown',
  },
  {
    name: 'Win32_OperatingSystem from what is recorded',
    rule: query("select * from Win32_OperatingSystem where BuildNumber='26200' and ProductType=1"),
    os: { version: '10.0.26200', role: 'client' },
    expected: 'true',
  },
  {
    name: 'Win32_ComputerSystem by name',
    rule: not(query("select * from Win32_ComputerSystem where Name='PC'")),
    expected: 'false',
  },
];
