import type { Architecture } from '../../../domain/index.ts';
import type { Section } from './section.ts';

/** Where things stand in one systeminfo output, found by the shape of values, never by words. */
export interface Layout {
  readonly host: Section | null;
  readonly name: Section | null;
  readonly version: Section;
  /** `10.0.17763` */
  readonly versionText: string;
  /** What stands between version and repeated build: `N/A Build`, `Service Pack 1 version`. */
  readonly middle: string;
  /** The build that the line repeats at its end, or null. */
  readonly repeatedBuild: number | null;
  readonly architecture: { readonly section: Section; readonly value: Architecture } | null;
  readonly localeIndex: number | null;
}

const versionShape = /^(\d{1,2}\.\d{1,2}\.(\d{4,5}))(?![\d.])(.*)$/;

/** Indexes of version lines; those that repeat the build are sure, others stand in when there is none. */
export function versionIndexes(sections: readonly Section[]): readonly number[] {
  const shaped = sections.flatMap((section, index) => (versionShape.test(section.value) ? [index] : []));
  const sure = shaped.filter((index) => {
    const parts = versionParts(sections[index]?.value ?? '');
    return parts !== null && parts.repeated !== null;
  });
  return sure.length > 0 ? sure : shaped.slice(0, 1);
}

/**
 * The layout around a version line (inventory-sources, section 3): the OS name is the line before it,
 * the host name the one before that; authors of samples removed single lines, so nothing is counted
 * from the top.
 */
export function layoutAt(sections: readonly Section[], index: number): Layout | null {
  const version = sections[index];
  const parts = versionParts(version?.value ?? '');
  if (!version || !parts) return null;
  const before = sections.slice(0, index);
  const last = before.at(-1) ?? null;
  // One line alone above the version may be either: product names carry one of these words.
  const lastIsName = before.length > 1 || /windows|microsoft|server/i.test(last?.value ?? '');
  const after = sections.slice(index + 1);
  const locale = after.findIndex(({ value }) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3};/i.test(value));
  return {
    host: lastIsName ? (before.at(-2) ?? null) : last,
    name: lastIsName ? last : null,
    version,
    versionText: parts.version,
    middle: parts.middle,
    repeatedBuild: parts.repeated,
    architecture: architectureOf(after),
    localeIndex: locale < 0 ? null : index + 1 + locale,
  };
}

function versionParts(
  value: string,
): { readonly version: string; readonly middle: string; readonly repeated: number | null } | null {
  const shape = versionShape.exec(value.slice(0, 200));
  if (!shape) return null;
  const rest = (shape[3] ?? '').trim();
  const end = /^(.*?)(\d{4,5})[^\d]{0,20}$/.exec(rest);
  const repeated = end ? Number(end[2]) : null;
  return { version: shape[1] ?? '', middle: (end?.[1] ?? rest).trim(), repeated };
}

const architectures: Readonly<Record<string, Architecture>> = {
  x64: 'x64',
  x86: 'x86',
  arm64: 'arm64',
  arm: 'arm',
  ia64: 'ia64',
  itanium: 'ia64',
};

/** `x64-based PC` in every language seen; a value that names a processor and a PC stands in. */
function architectureOf(sections: readonly Section[]): Layout['architecture'] {
  const shapes = [
    /^(x64|x86|arm64|arm|ia64|itanium)[^,;]{0,20}-based PC$/i,
    /^(x64|x86|arm64|arm|ia64|itanium)(?:\s|-)[^,;]{0,40}$/i,
    /^[^,;]{0,40}\b(x64|x86|arm64|arm|ia64|itanium)$/i,
  ];
  for (const shape of shapes) {
    for (const section of sections) {
      const word = shape.exec(section.value)?.[1]?.toLowerCase() ?? '';
      const value = architectures[word];
      if (value && (/\bPC\b|-bas/i.test(section.value) || shape === shapes[0])) return { section, value };
    }
  }
  return null;
}
