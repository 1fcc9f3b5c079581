/** A unit by its CLDR name: what it measures, and how many of the dimension's own unit it is. */
export interface Unit {
  readonly id: string;
  readonly dimension:
    | 'length'
    | 'area'
    | 'mass'
    | 'volume'
    | 'temperature'
    | 'speed'
    | 'power'
    | 'energy'
    | 'data'
    | 'time';
  readonly factor: number;
  /** Symbols that are used in all languages or in those of a script. */
  readonly symbols: string;
}

/** The units that are looked for. Symbols of one letter but the metre's are left out: they are other words too often. */
export const UNITS: readonly Unit[] = [
  { id: 'kilometer', dimension: 'length', factor: 1000, symbols: 'km км կմ კმ χλμ' },
  { id: 'meter', dimension: 'length', factor: 1, symbols: 'm м' },
  { id: 'centimeter', dimension: 'length', factor: 0.01, symbols: 'cm см սմ სმ εκ' },
  { id: 'millimeter', dimension: 'length', factor: 0.001, symbols: 'mm мм մմ მმ' },
  { id: 'mile', dimension: 'length', factor: 1609.34, symbols: 'mi' },
  { id: 'yard', dimension: 'length', factor: 0.9144, symbols: 'yd' },
  { id: 'foot', dimension: 'length', factor: 0.3048, symbols: 'ft' },
  { id: 'inch', dimension: 'length', factor: 0.0254, symbols: '' },
  { id: 'square-kilometer', dimension: 'area', factor: 1e6, symbols: 'km² km2 км² кв.км կմ² კმ²' },
  { id: 'square-meter', dimension: 'area', factor: 1, symbols: 'm² m2 м² кв.м մ² მ²' },
  { id: 'square-mile', dimension: 'area', factor: 2589988, symbols: '' },
  { id: 'hectare', dimension: 'area', factor: 1e4, symbols: 'ha га հա ჰა' },
  { id: 'acre', dimension: 'area', factor: 4046.86, symbols: 'ac' },
  { id: 'tonne', dimension: 'mass', factor: 1000, symbols: '' },
  { id: 'kilogram', dimension: 'mass', factor: 1, symbols: 'kg кг կգ კგ' },
  { id: 'gram', dimension: 'mass', factor: 0.001, symbols: 'gr գր გრ' },
  { id: 'milligram', dimension: 'mass', factor: 1e-6, symbols: 'mg мг մգ მგ' },
  { id: 'pound', dimension: 'mass', factor: 0.45359, symbols: 'lb lbs' },
  { id: 'ounce', dimension: 'mass', factor: 0.02835, symbols: 'oz' },
  { id: 'liter', dimension: 'volume', factor: 1, symbols: '' },
  { id: 'milliliter', dimension: 'volume', factor: 0.001, symbols: 'ml мл մլ მლ' },
  { id: 'gallon', dimension: 'volume', factor: 3.785, symbols: 'gal' },
  { id: 'celsius', dimension: 'temperature', factor: 1, symbols: '°C °С ℃' },
  { id: 'fahrenheit', dimension: 'temperature', factor: 1, symbols: '°F ℉' },
  {
    id: 'kilometer-per-hour',
    dimension: 'speed',
    factor: 1,
    symbols: 'km/h км/ч км/год км/г kmh կմ/ժ კმ/სთ km/saat',
  },
  { id: 'mile-per-hour', dimension: 'speed', factor: 1.60934, symbols: 'mph' },
  { id: 'meter-per-second', dimension: 'speed', factor: 3.6, symbols: 'm/s м/с մ/վ მ/წმ' },
  { id: 'kilowatt', dimension: 'power', factor: 1, symbols: 'kW кВт կՎտ კვტ' },
  { id: 'megawatt', dimension: 'power', factor: 1000, symbols: 'MW МВт ՄՎտ მვტ' },
  { id: 'gigawatt', dimension: 'power', factor: 1e6, symbols: 'GW ГВт ԳՎտ გვტ' },
  { id: 'kilowatt-hour', dimension: 'energy', factor: 1, symbols: 'kWh кВт·ч кВт·год' },
  { id: 'megawatt-hour', dimension: 'energy', factor: 1000, symbols: 'MWh МВт·ч МВт·год' },
  { id: 'kilobyte', dimension: 'data', factor: 1e-3, symbols: 'kB KB Ko КБ' },
  { id: 'megabyte', dimension: 'data', factor: 1, symbols: 'MB Mo МБ ՄԲ მბ' },
  { id: 'gigabyte', dimension: 'data', factor: 1000, symbols: 'GB Go ГБ ԳԲ გბ' },
  { id: 'terabyte', dimension: 'data', factor: 1e6, symbols: 'TB To ТБ ՏԲ ტბ' },
  { id: 'second', dimension: 'time', factor: 1, symbols: '' },
  { id: 'minute', dimension: 'time', factor: 60, symbols: '' },
  { id: 'hour', dimension: 'time', factor: 3600, symbols: '' },
  { id: 'day', dimension: 'time', factor: 86400, symbols: '' },
  { id: 'week', dimension: 'time', factor: 604800, symbols: '' },
  { id: 'month', dimension: 'time', factor: 2629800, symbols: '' },
  { id: 'year', dimension: 'time', factor: 31557600, symbols: '' },
];

/** The units by their names. */
export const UNIT_BY_ID: ReadonlyMap<string, Unit> = new Map(UNITS.map((unit) => [unit.id, unit]));

/** Whether two amounts are the same one in two units, as far as such amounts are rounded. */
export function isConversion(one: number, unit: Unit, other: number, into: Unit): boolean {
  if (unit.dimension !== into.dimension || unit.id === into.id) return false;
  if (unit.dimension === 'temperature') {
    const celsius = unit.id === 'celsius' ? one : ((one - 32) * 5) / 9;
    const fahrenheit = into.id === 'fahrenheit' ? other : (other * 9) / 5 + 32;
    const fromOther = into.id === 'celsius' ? other : ((fahrenheit - 32) * 5) / 9;
    return Math.abs(celsius - fromOther) <= 1.5;
  }
  const [left, right] = [one * unit.factor, other * into.factor];
  return left > 0 && right > 0 && Math.abs(left - right) <= 0.08 * Math.max(left, right);
}
