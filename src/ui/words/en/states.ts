import type {
  Blocker,
  Grade,
  IncompleteReason,
  PatchState,
  StateMark,
  StateReason,
  Truth,
  UnavailableReason,
} from '../../../domain/index.ts';
import { format as f } from './format.ts';
import { ruleBlocker, ruleReason, ruleSettle } from './rule-reasons.ts';

/** States, reasons and what would change them. */
export const states = {
  state: {
    Required: 'Required',
    Installed: 'Installed',
    Unknown: 'Unknown',
    NotRequired: 'Not required',
  } satisfies Record<PatchState, string>,
  grade: {
    measured: 'measured',
    listed: 'listed',
    inferred: 'inferred',
    declared: 'declared',
  } satisfies Record<Grade, string>,
  gradeMeaning: {
    measured: 'read from the machine: its operating system, build, files or registry',
    listed: 'read from the list of installed KBs',
    inferred: 'concluded from the order of KB numbers',
    declared: 'declared by the site',
  } satisfies Record<Grade, string>,
  reason: {
    'product-not-matching': 'Not for this product',
    'level-not-serviced': 'OS level no longer serviced',
    'hotpatch-track': 'Covered by hotpatch',
    'not-enrolled-in-hotpatch': 'Not on the hotpatch track',
    'contained-in-rollup': 'Contained in an installed rollup',
    'product-declared-absent': 'Product declared absent',
    'build-reached': 'Build reached',
    'kb-listed': 'KB in the list',
    'superseding-kb-listed': 'Newer KB in the list',
    'build-below': 'Build too low',
    'older-cumulative-listed': 'Only an older cumulative update listed',
    'listed-kbs-older': 'All listed KBs are older',
    'kb-not-listed': 'KB not in the complete list',
    'os-facts-missing': 'Operating system not known',
    'build-not-known': 'Build not known to this version',
    'ubr-unknown': 'Build revision (UBR) missing',
    'order-open': 'Order of two updates open',
    'hotfix-list-cut': 'KB list cut off',
    'hotfix-list-missing': 'KB list missing',
    'product-presence-unknown': 'Not known whether the product is there',
    'component-version-unknown': 'Component version missing',
    'channel-table-missing': 'Channel table missing',
    'product-name-not-understood': 'Product name not understood',
    ...ruleReason,
    undecided: 'Not decided by any rule',
  } satisfies Record<StateReason, string>,
  blocker: {
    'os-facts': 'Operating system facts',
    'build-table': 'Build in the build table',
    ubr: 'Build revision (UBR)',
    'hotfix-list': 'Complete KB list',
    'missing-months': 'Missing months of the catalog',
    'product-presence': 'Presence of the product',
    'component-version': 'Version of the component',
    'channel-table': 'Channel and build table of Microsoft 365 Apps',
    ...ruleBlocker,
    'product-name': 'Product name of the catalog',
  } satisfies Record<Blocker['kind'], string>,
  /** What a person does to settle it. */
  settle: {
    'os-facts': 'Run systeminfo on the machine, save the text, and drop the file here.',
    'build-table': 'The build is newer than this program. Bring a newer version of Patchferry.',
    ubr: 'Read the number after the last dot with winver, and type it on the machine page; or drop a CSV file with machine,ubr.',
    'hotfix-list':
      'Run “wmic qfe list full” or “Get-HotFix | Export-Clixml” on the machine, and drop the file here.',
    'missing-months': 'Bring the documents of these months from the connected side.',
    'product-presence':
      'Inventory files read today do not name installed products. Find out whether the product is there.',
    'component-version':
      'Inventory files read today do not give the version of this component. Look it up on the machine.',
    'channel-table':
      'Updates of Microsoft 365 Apps go by channel and build. Compare the build shown under File, Account.',
    ...ruleSettle,
    'product-name': 'This version of Patchferry does not understand the product name. Decide by hand.',
  } satisfies Record<Blocker['kind'], string>,
  mark: {
    superseded: 'superseded',
    'alternative-track': 'other track',
    'needs-esu-licence': 'needs ESU licence',
    'ltsc-edition-only': 'LTSC edition only',
    'licence-unknown': 'licence not known',
    'build-exception': 'build exception',
    'successor-installed': 'successor installed',
    withdrawn: 'withdrawn',
  } satisfies Record<StateMark, string>,
  markMeaning: {
    superseded: 'A newer required update contains this one.',
    'alternative-track': 'The site follows the other track; this update is an alternative.',
    'needs-esu-licence': 'Installs only with an Extended Security Updates licence.',
    'ltsc-edition-only': 'After end of support only for LTSC editions.',
    'licence-unknown': 'Whether the machine may install it depends on a licence that is not known.',
    'build-exception': 'For this product the build alone does not prove the fix; see the CVE.',
    'successor-installed':
      'Required although an update that replaces it is installed: look at the inventory, or at an update that was removed in part.',
    withdrawn:
      'Withdrawn or superseded: the newest edition of the vendor’s catalog does not list it any more. It is decided from the edition before.',
  } satisfies Record<StateMark, string>,
  incomplete: {
    'os-facts-missing': 'No operating system facts',
    'hotfix-list-missing': 'No KB list',
    'hotfix-list-cut': 'KB list cut off',
    'ubr-missing': 'No build revision (UBR)',
    'build-not-known': 'Build not known to this version',
    'report-waits': 'A report of changes waits for a full inventory',
  } satisfies Record<IncompleteReason, string>,
  notServiced: 'OS level no longer serviced',
  notServicedText:
    'No imported document names this operating system level. It gets no updates and never counts as compliant.',
  unavailable: {
    'not-collected': 'not collected',
    'list-cut': 'the list is cut off',
    'list-missing': 'there is no list',
    'build-not-known': 'build not known to this version',
    'product-presence-not-collected': 'installed products were not collected',
    'component-version-not-collected': 'component versions were not collected',
    'channel-table-not-imported': 'the channel table was not imported',
    'not-understood': 'not understood by this version',
  } satisfies Record<UnavailableReason, string>,
  truth: { true: 'true', false: 'false', unknown: 'not known' } satisfies Record<Truth, string>,
  bars: {
    label: (machine: string) => `States of ${machine}`,
    of: (state: string, n: number) => `${state} ${f.number(n)}`,
  },
};
