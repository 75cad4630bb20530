import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';

/**
 * The statements in `content/pages/`, the only files that Astro itself reads. All other content is read by
 * `schemas/content.ts`, because the build, the tests and the command line need it too; the shape of each file
 * stands in `schemas/`.
 */
const pages = defineCollection({
  loader: glob({ base: 'content/pages', pattern: '*.mdx' }),
  schema: z.strictObject({ title: z.string().min(1), description: z.string().min(1) }),
});

export const collections = { pages };
