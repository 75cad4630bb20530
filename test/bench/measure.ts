export * from '../../src/checker/measuring/measure.ts';
