/** The catalog of why.md: updates of a product that never was. */
import type { DescribedRevision } from '../../support/mu-own-catalog.ts';

const control = 'Key="HKEY_LOCAL_MACHINE" Subkey="SOFTWARE\\Acme\\Control"';
const hasControl = `<b.RegKeyExists ${control} />`;
const version = (comparison: string, data: string) =>
  `<b.RegSzToVersion ${control} Value="Version" Comparison="${comparison}" Data="${data}" />`;
const atLeast = (data: string) => version('GreaterThanOrEqualTo', data);
const below = (data: string) => version('LessThan', data);
const dword = (name: string, comparison: string, data: number) =>
  `<b.RegDword ${control} Value="${name}" Comparison="${comparison}" Data="${String(data)}" />`;

export const x64 = '59653007-e2e9-4f71-8525-2ff588527978';
const security = '0fa1201d-4330-4fa8-8ae9-b877473b6441';
const own = { in: [2, 3], product: 2 } as const;

export const catalog: readonly DescribedRevision[] = [
  { id: 1, type: 'Category', role: 'evaluated', title: 'Acme Systems', installed: '<True />' },
  { id: 2, type: 'Category', role: 'evaluated', title: 'Acme Control', in: [1], installed: hasControl },
  { id: 3, guid: security, type: 'Category', role: 'evaluated', title: 'Safety', installed: '<True />' },
  { id: 10, guid: x64, type: 'Detectoid', role: 'evaluated', title: 'x64', installed: '<b.Processor Architecture="9" />' },
  { id: 11, type: 'Detectoid', role: 'evaluated', title: 'Acme Control 4', needs: [[2]], installed: dword('Level', 'GreaterThanOrEqualTo', 4) },
  { id: 12, type: 'Detectoid', role: 'evaluated', title: 'Acme Control 4, German', needs: [[11]], installed: '<b.WindowsLanguage Language="de" />' },
  { id: 20, title: 'Servicing stack 7', ...own, children: [[21]] },
  { id: 21, role: 'child', installed: '<b.FileVersion Csidl="37" Path="acme\\stack.dll" Comparison="GreaterThanOrEqualTo" Version="7.0.0.0" />', installable: hasControl },
  { id: 30, title: 'May', ...own, needs: [[10], [20], [11]], children: [[31, 32]], replaces: [50] },
  { id: 31, role: 'child', installed: atLeast('4.5.0.0'), installable: below('4.5.0.0') },
  { id: 32, role: 'child', needs: [[12]], installed: atLeast('4.5.0.0'), installable: below('4.5.0.0') },
  { id: 40, title: 'June', ...own, needs: [[11]], children: [41], replaces: [30, 777] },
  { id: 41, role: 'child', installed: atLeast('4.7.0.0'), installable: below('4.7.0.0') },
  { id: 50, title: 'April', ...own, installed: dword('Fix', 'EqualTo', 1), installable: hasControl },
  { id: 60, title: 'Two parts', ...own, children: [[61], [62]] },
  { id: 61, role: 'child', installed: atLeast('4.0.0.0'), installable: '<True />' },
  { id: 62, role: 'child', installed: atLeast('4.6.0.0'), installable: atLeast('4.5.0.0') },
  { id: 70, title: 'Until the next one', ...own, installed: atLeast('5.0.0.0'), superseded: '<b.RegKeyExists Key="HKEY_LOCAL_MACHINE" Subkey="SOFTWARE\\Acme\\Next" />', installable: '<True />' },
  { id: 80, title: 'Round', ...own, needs: [[81]], installed: '<False />', installable: '<True />' },
  { id: 81, title: 'And round', ...own, needs: [[80]], installed: '<False />', installable: '<True />' },
  { id: 82, title: 'Behind the circle', ...own, needs: [[80]], installed: '<False />', installable: '<True />' },
  { id: 90, title: 'Needs what is not there', needs: [[888]], installed: '<True />', installable: '<True />' },
  { id: 91, title: 'Needs one of two', needs: [[888, 11]], installed: '<False />', installable: '<True />' },
  { id: 92, title: 'Its part is not there', ...own, children: [999] },
  { id: 93, title: 'Broken', core: '<UpdateIdentity UpdateID="' },
  { id: 95, title: 'Older revision', installed: '<True />' },
  { id: 95, revision: 200, title: 'Newer revision', installed: '<False />', installable: '<True />' },
  { id: 96, title: 'Not for people', deployable: false, installed: '<False />', installable: '<True />' },
  { id: 97, title: 'Asks the unknown', installed: '<False />', installable: `<And><b.NoSuchRule />${hasControl}</And>` },
  { id: 98, title: 'Never offered', ...own, installed: atLeast('9.0.0.0') },
]; // prettier-ignore
