/** The distinct times with an event, by stratum, then ascending: what a Cox model steps over. */
export interface CoxEventTimes {
  readonly count: number;
  readonly stratum: Int32Array;
  /** First and last row of the time, with or without an event. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Number of events, and the sum of their weights. */
  readonly deaths: Int32Array;
  readonly weight: Float64Array;
}

/** Finds them in rows by stratum, then by ascending time. */
export function coxEventTimes(
  time: Float64Array,
  event: Uint8Array,
  weight: Float64Array,
  strata: Int32Array,
  eventCount: number,
): CoxEventTimes {
  const indices = () => new Int32Array(eventCount);
  const [stratum, first, last, deaths] = [indices(), indices(), indices(), indices()];
  const deathWeight = new Float64Array(eventCount);
  let count = 0;
  for (let s = 0; s + 1 < strata.length; s++) {
    const end = strata[s + 1] as number;
    for (let i = strata[s] as number; i < end; ) {
      const from = i;
      const t = time[i] as number;
      let number = 0;
      let sum = 0;
      for (; i < end && time[i] === t; i++) {
        number += event[i] as number;
        sum += (weight[i] as number) * (event[i] as number);
      }
      if (number === 0) continue;
      stratum[count] = s;
      first[count] = from;
      last[count] = i - 1;
      deaths[count] = number;
      deathWeight[count] = sum;
      count += 1;
    }
  }
  return {
    count,
    stratum: stratum.subarray(0, count),
    first: first.subarray(0, count),
    last: last.subarray(0, count),
    deaths: deaths.subarray(0, count),
    weight: deathWeight.subarray(0, count),
  };
}
