export const catalogs = {
  title: 'Catalogs',
};
