/**
 * CurrentState of Component Based Servicing by the word of the tool (inventory-sources, section 6). English
 * words are the tool's own; of other languages only the word for "installed" is known here, and every
 * other word leaves the state unknown.
 */
const states: Readonly<Record<string, number>> = {
  'not present': 0,
  'uninstall pending': 5,
  resolving: 16,
  resolved: 32,
  staging: 48,
  staged: 64,
  superseded: 80,
  'install pending': 96,
  'partially installed': 101,
  installed: 112,
  permanent: 128,
};

const installed: readonly string[] = [
  'installiert',
  'installé',
  'instalado',
  'installato',
  'geïnstalleerd',
  'zainstalowano',
  'установлен',
  'установлено',
  'installerad',
  'installeret',
  'nainstalováno',
  'telepítve',
  'yüklü',
  'asennettu',
  'インストール済み',
  '已安装',
  '已安裝',
  '설치됨',
];

/** The number of a state, or null for a word that is not known. */
export function stateNumber(word: string): number | null {
  const lower = word.trim().toLowerCase();
  if (Object.hasOwn(states, lower)) return states[lower] ?? null;
  return installed.includes(lower) ? 112 : null;
}

export function isInstalled(state: number | null): boolean {
  return state === 112 || state === 128;
}
