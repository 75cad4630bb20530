import { defineConfig } from 'vitepress';

// VitePress as it comes, with what ours and Starlight have too: a search of its own, and addresses without `.html`.
export default defineConfig({
  title: 'Parent/Carer Code of Conduct',
  lang: 'en-GB',
  cleanUrls: true,
  // Our pages for staff and governors have no like here.
  ignoreDeadLinks: true,
  themeConfig: { search: { provider: 'local' } },
});
