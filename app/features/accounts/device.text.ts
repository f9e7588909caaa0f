const names: Readonly<Record<string, string>> = {
  yandex: 'Яндекс Браузер',
  edge: 'Edge',
  opera: 'Opera',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  android: 'Android',
  ios: 'iPhone или iPad',
  windows: 'Windows',
  mac: 'macOS',
  linux: 'Linux',
};

/** Names of browsers and systems. */
export const deviceWords = { names, unknown: 'Другое устройство' };
