import type { BrowserContext } from 'playwright-core';

export interface SiteWatch {
  /** Every URL asked for by pages, frames and workers of the context, refused ones included. */
  readonly requestedUrls: readonly string[];
  /** Errors of the console, uncaught exceptions and refusals of the content security policy. */
  readonly complaints: readonly string[];
  /** A complaint that matches does not fail the test. */
  expectComplaint(pattern: RegExp): void;
  /** A request whose URL matches does not fail the test: only for tests of refusals themselves. */
  expectForeignRequest(pattern: RegExp): void;
  /** The page tries its own ways out: what that reports of its reserved name does not fail the test. */
  expectSelfCheck(): void;
  /** Begins anew: what was asked for, complained of and expected so far belongs to another test. */
  forget(): void;
  /** What went wrong, one line each; none when nothing did. */
  findings(): readonly string[];
}

/** Does this URL stay on the site? `blob:` URLs carry the origin that made them. */
export function staysOnSite(url: string, baseUrl: string): boolean {
  return url.startsWith(baseUrl) || url.startsWith(`blob:${baseUrl}`) || /^(data|about):/.test(url);
}

/** The name that the self-check tries is reserved, and never resolves. */
const selfCheckRequest = /^(https|wss):\/\/self-check\.invalid\//;

/** What Chromium says of those attempts: with the name, or, of Trusted Types, without it. */
const selfCheckComplaints = [
  /\b(https|wss):\/\/self-check\.invalid(?![\w.-])/,
  /^console: This document requires 'TrustedScriptURL' assignment\. The action has been blocked\.$/,
  /^policy: require-trusted-types-for refused trusted-types-sink Worker constructor\|blob:/,
];

/** Records what a browser context asks for and complains of, from now on. */
export async function watchSite(context: BrowserContext, baseUrl: string): Promise<SiteWatch> {
  const requestedUrls: string[] = [];
  const complaints: string[] = [];
  const expectedComplaints: RegExp[] = [];
  const expectedRequests: RegExp[] = [];

  context.on('page', (page) =>
    page.on('worker', (worker) => void worker.evaluate(reportRefusals).catch(() => undefined)),
  );
  context.on('request', (request) => requestedUrls.push(request.url()));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  await context.exposeBinding('reportPolicyViolation', (_source, text: string) => {
    complaints.push(`policy: ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportPolicyViolation');
      const text = `${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`;
      if (typeof report === 'function') report(text);
    });
  });

  return {
    requestedUrls,
    complaints,
    expectComplaint: (pattern) => void expectedComplaints.push(pattern),
    expectForeignRequest: (pattern) => void expectedRequests.push(pattern),
    expectSelfCheck: () => {
      expectedRequests.push(selfCheckRequest);
      expectedComplaints.push(...selfCheckComplaints);
    },
    forget: () => {
      for (const list of [requestedUrls, complaints, expectedComplaints, expectedRequests]) list.length = 0;
    },
    findings: () => [
      ...requestedUrls
        .filter((url) => !staysOnSite(url, baseUrl) && !expectedRequests.some((pattern) => pattern.test(url)))
        .map((url) => `a request left the site: ${url}`),
      ...complaints.filter((complaint) => !expectedComplaints.some((pattern) => pattern.test(complaint))),
    ],
  };
}

/** Runs inside a worker, whose refused requests show up nowhere else; those of its first milliseconds are missed. */
function reportRefusals(): void {
  self.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI } = event as SecurityPolicyViolationEvent;
    console.error(`policy: ${effectiveDirective} refused ${blockedURI}`);
  });
}
