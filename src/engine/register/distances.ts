/** Kilometres between places: the list where it has the pair, else the great circle between their coordinates. */
import type { Place, Situation } from "../model";

export interface DistanceTable {
  /** Whole km, 0 inside one place; undefined where neither list nor coordinates tell. */
  km(one: string, other: string): number | undefined;
}

export function distanceBetween(situation: Situation): DistanceTable {
  const listed = new Map<string, Map<string, number>>();
  const list = (from: string, to: string, km: number): void => {
    const known = listed.get(from);
    if (known) known.set(to, km);
    else listed.set(from, new Map([[to, km]]));
  };
  for (const { from, to, km } of situation.distances) {
    list(from, to, km);
    list(to, from, km);
  }
  const places = new Map(situation.places.map((place) => [place.name, place]));
  return {
    km(one, other) {
      if (one === other) return 0;
      const known = listed.get(one)?.get(other);
      if (known !== undefined) return known;
      const km = greatCircle(places.get(one), places.get(other));
      if (km !== undefined) list(one, other, km);
      return km;
    },
  };
}

const EARTH_RADIUS_KM = 6371;

/** Haversine formula (Sinnott, "Virtues of the Haversine", 1984), rounded to whole km. */
function greatCircle(one: Place | undefined, other: Place | undefined): number | undefined {
  if (one?.latitude === undefined || one.longitude === undefined || other?.latitude === undefined || other.longitude === undefined)
    return undefined;
  const radians = Math.PI / 180;
  const halfLatitude = Math.sin(((other.latitude - one.latitude) * radians) / 2);
  const halfLongitude = Math.sin(((other.longitude - one.longitude) * radians) / 2);
  const chord = halfLatitude ** 2 + Math.cos(one.latitude * radians) * Math.cos(other.latitude * radians) * halfLongitude ** 2;
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord))));
}
