/** Addresses of what documents become: their check, the standard they are printed by, bundles. */
export const outputPaths = {
  checkAny: () => '/check',
  check: (code: string) => `/check/${code}`,
  outputStandard: () => '/output-standard',
  outputStandardOf: (unitId: string) => `/output-standard?unitId=${unitId}`,
  bundles: () => '/bundles',
  bundleNew: () => '/bundles/new',
  bundleOf: (mentorshipId: string) => `/bundles/new?mentorshipId=${mentorshipId}`,
  bundle: (id: string) => `/bundles/${id}`,
  bundleFile: (id: string) => `/bundles/${id}/file`,
  bundleCancel: (id: string) => `/bundles/${id}/cancel`,
};
