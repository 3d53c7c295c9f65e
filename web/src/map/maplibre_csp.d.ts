// The build for strict policies has the types of the usual one.
declare module 'maplibre-gl/dist/maplibre-gl-csp.js' {
  import maplibre from 'maplibre-gl';
  export default maplibre;
}
