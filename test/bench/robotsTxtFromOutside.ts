import RobotsTxt from 'lighthouse/core/gather/gatherers/seo/robots-txt.js';

/**
 * Reads robots.txt as a crawler does, from outside the page. Lighthouse's own way is a request of the page itself,
 * which our policy forbids, as it does every connection.
 */
export class RobotsTxtFromOutside extends RobotsTxt {
  override async getArtifact({ baseArtifacts }: Parameters<RobotsTxt['getArtifact']>[0]) {
    const response = await fetch(new URL('/robots.txt', baseArtifacts.URL.finalDisplayedUrl));
    return { status: response.status, content: response.ok ? await response.text() : null };
  }
}
