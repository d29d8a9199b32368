import type { RouteDefinition } from 'svelte-spa-router';
import Bundle from './views/Bundle.svelte';
import Catalogs from './views/Catalogs.svelte';
import FleetMapPage from './views/FleetMapPage.svelte';
import Home from './views/Home.svelte';
import ImportReport from './views/ImportReport.svelte';
import Journal from './views/Journal.svelte';
import MachinePage from './views/MachinePage.svelte';
import Machines from './views/Machines.svelte';
import NotFound from './views/NotFound.svelte';
import Review from './views/Review.svelte';
import Settings from './views/Settings.svelte';
import UpdatePage from './views/UpdatePage.svelte';
import Updates from './views/Updates.svelte';

/** Hash routes: any static server and any sub-folder can serve the page. */
export const routes: RouteDefinition = {
  '/': Home,
  '/home': Home,
  '/catalogs': Catalogs,
  '/machines': Machines,
  '/machines/:id': MachinePage,
  '/updates': Updates,
  '/updates/:id': UpdatePage,
  '/map': FleetMapPage,
  '/review': Review,
  '/bundle': Bundle,
  '/journal': Journal,
  '/settings': Settings,
  '/import': ImportReport,
  '*': NotFound,
};
