/** The web app manifest: what makes Patchferry installable. Paths are relative: any folder serves. */
export const manifest = {
  name: 'Patchferry',
  short_name: 'Patchferry',
  description: 'Ferries software updates to Windows sites that no network reaches.',
  lang: 'en',
  id: './',
  start_url: './',
  scope: './',
  /** @type {'standalone'} */
  display: 'standalone',
  theme_color: '#0f4c54',
  background_color: '#f4f6f7',
  icons: [
    { src: 'icons/patchferry-192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icons/patchferry-512.png', sizes: '512x512', type: 'image/png' },
    { src: 'icons/patchferry-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};
