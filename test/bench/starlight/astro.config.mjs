import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

// Starlight as it comes: nothing is set that it does not ask for.
export default defineConfig({
  integrations: [starlight({ title: 'Parent/Carer Code of Conduct' })],
});
