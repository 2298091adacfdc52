/** What one origin sent to the page, as the browser's own timeline has it. */
export interface OriginTraffic {
  readonly origin: string;
  readonly requests: number;
  /** Bytes over the network, headers included; 0 for what came from the cache, or from an origin that hides it. */
  readonly bytes: number;
}

/** The part of a resource timing that is counted. */
export interface TimedRequest {
  readonly name: string;
  readonly transferSize: number;
}

/** Browsers keep the first 250 requests of a page unless they are told otherwise. */
export function keepAllTimings(): void {
  performance.setResourceTimingBufferSize(100_000);
}

/** Requests and bytes by origin, the own one first, then by name. Requests that workers make are not in the timeline. */
export function trafficByOrigin(
  timings: readonly TimedRequest[],
  ownOrigin: string,
): readonly OriginTraffic[] {
  const traffic = new Map<string, OriginTraffic>([[ownOrigin, { origin: ownOrigin, requests: 0, bytes: 0 }]]);
  for (const { name, transferSize } of timings) {
    // A `blob:` address has the origin of the page that made it; `data:` has none and is no request.
    const { origin } = new URL(name);
    if (origin === 'null') continue;
    const before = traffic.get(origin) ?? { origin, requests: 0, bytes: 0 };
    traffic.set(origin, { origin, requests: before.requests + 1, bytes: before.bytes + transferSize });
  }
  return [...traffic.values()].sort(
    (a, b) => Number(b.origin === ownOrigin) - Number(a.origin === ownOrigin) || compare(a.origin, b.origin),
  );
}

/** The traffic of this page since it began. */
export function receivedTraffic(): readonly OriginTraffic[] {
  const timings = ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind));
  return trafficByOrigin(timings as PerformanceResourceTiming[], location.origin);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
