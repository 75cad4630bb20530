import { preview } from 'astro';

// Serves dist/ as it was built, until it is stopped.
const server = await preview({ root: process.cwd(), logLevel: 'warn' });
console.log(`The site is served at http://localhost:${server.port}${process.env.BASE ?? '/'}`);
