import type { NextStep } from '../../tasks/engine.ts';
import type { Picker } from '../frame/picker.ts';
import type { App } from '../state/app.ts';

export interface StepText {
  readonly title: string;
  readonly text: string;
  readonly action: string;
}

/** Words of a step, with its numbers. */
export function describe(step: NextStep, app: App): StepText {
  const { format, home } = app.preferences.words;
  const w = home.step;
  switch (step.kind) {
    case 'bring-catalog':
    case 'bring-inventories':
      return w[step.kind];
    case 'waiting': {
      const { names, editions, signatures, text, action } = w.waiting;
      const parts = [
        ...(step.names > 0 ? [`${format.number(step.names)} ${names(step.names)}`] : []),
        ...(step.editions > 0 ? [`${format.number(step.editions)} ${editions(step.editions)}`] : []),
        ...(step.signatures > 0 ? [`${format.number(step.signatures)} ${signatures(step.signatures)}`] : []),
      ];
      return { title: parts.join(', '), text, action };
    }
    case 'scan':
      return { ...w.scan, title: w.scan.title(step.machines) };
    case 'missing-facts': {
      const facts = w['missing-facts'];
      const rules = step.rules > 0 ? facts.rules(step.rules) : '';
      const products = step.products > 0 ? facts.products(step.products) : '';
      if (step.facts === 0) {
        const text = rules && products ? `${products}.` : rules ? facts.rulesText : facts.productsText;
        return { title: rules || products, text, action: facts.action };
      }
      const text = [facts.text(step.states), rules && `${rules}.`, products && `${products}.`]
        .filter(Boolean)
        .join(' ');
      return { title: facts.title(step.facts), text, action: facts.action };
    }
    case 'missing-months': {
      const months = w['missing-months'];
      return { title: months.title(step.months), text: months.text(step.states), action: months.action };
    }
    case 'review':
    case 'voided':
    case 'build-bundle':
      return { ...w[step.kind], title: w[step.kind].title(step.updates) };
    case 'export-workspace': {
      const age = step.lastExportAt === null ? null : format.span(app.now() - step.lastExportAt);
      return { ...w['export-workspace'], text: w['export-workspace'].text(age) };
    }
  }
}

/** Does the step, or goes where it is done. */
export function actOn(step: NextStep, app: App, picker: Picker): void {
  switch (step.kind) {
    case 'bring-catalog':
    case 'bring-inventories':
      return picker.files();
    case 'waiting':
      return app.route.go('/import?tab=failures');
    case 'scan':
      return scanNow(app);
    case 'missing-facts':
      return app.route.go('/machines?view=facts');
    case 'missing-months':
      return app.route.go('/catalogs');
    case 'review':
    case 'voided':
      return app.route.go('/review');
    case 'build-bundle':
      return app.route.go('/bundle');
    case 'export-workspace':
      return app.route.go('/settings');
  }
}

/** Starts a scan of all machines as a job. */
export function scanNow(app: App): void {
  const words = app.preferences.words;
  void app.jobs.run({
    title: words.frame.jobs.titles.scan,
    work: (report) => app.engine.scan(report),
    summary: (scan) => ({ text: words.importing.scanned(scan.required, scan.unknown), href: '#/updates' }),
  });
}
