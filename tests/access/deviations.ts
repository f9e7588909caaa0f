/** Where building showed a cell of the table of who may do what to be wrong or not yet there, and why; for README. */
export const deviations: readonly { cell: string; reason: string }[] = [
  {
    cell: '`person.read`: hrOfficer unit',
    reason: 'The table gives the HR officer the private fields and the correction of a card, so the card itself too.',
  },
  {
    cell: '`route.open`: centreHead region; a teacher of the region is found by name, three letters at least',
    reason: 'Somebody must open the first route of a teacher, who until then is no person with a route.',
  },
  {
    cell: '`account.invite`: who invites sees the e-mail of the person as the login on offer',
    reason: 'The link goes to that address and the address becomes the login, which accounts are looked after by.',
  },
  {
    cell: '`journal.read` own: acts of oneself too, not only those upon own data',
    reason: 'Everybody may see what was done in his name; people are named in such lines only while they are in reach.',
  },
  {
    cell: '`programme.read` tutor: the name of the head who approved stands beside the plan; no PDF',
    reason: 'The name is a requisite of the approval; the PDF is the whole programme with what is not shared.',
  },
  {
    cell: '`calendar.manage`: administrator of a region besides federalOperator',
    reason:
      'An installation of one region has nobody above it; without next year’s calendar no working day is counted.',
  },
  {
    cell: '`act.read` own: only approved acts',
    reason: 'A draft or a text under review binds nobody yet and may still name other people.',
  },
  {
    cell: '`contour.hint`: head, curator unit',
    reason: 'What the program knows of people and papers inside is told beside the record only to those inside.',
  },
  {
    cell: '`contour.offer`: municipalCoordinator, methodologist subtree; only the unit that offered takes an offer back',
    reason: 'The table names offering inside `contour.place`; a line of its own keeps placing with the head alone.',
  },
  {
    cell: '`route.agreePlan`: curator unit; whoever sees a plan reads who said what about it, the tutor by name',
    reason: 'A tutor works together with curators (002-14): an agreement without a name binds nobody.',
  },
  {
    cell: '`offer.read`: everybody the federation’s entries, those of the own region and what other regions share',
    reason: 'The register holds no personal data, and a tutor must know offers of other regions too.',
  },
  {
    cell: 'Not built yet: what municipalCoordinator, psychologist, partner, federalCentre and guardian do in mentorships',
    reason: 'No cross-organisation proposal, referral or representative can be recorded; these lines reach nothing.',
  },
  {
    cell: '`route.read`, `.accompany`, `.diagnose`, `.assignTutor` of the centre: while the consent to the transfer stands',
    reason:
      'Who takes it back (BR-80) shows the centre no more than the head of a school sees, the state; never asked, it changes nothing.',
  },
];
