import type { Role } from './roles.ts';

/** Russian names of roles. */
export const roleNames: Record<Role, string> = {
  administrator: 'администратор',
  auditor: 'аудитор',
  head: 'руководитель',
  curator: 'куратор',
  mentor: 'наставник',
  mentee: 'наставляемый',
  psychologist: 'педагог-психолог',
  hrOfficer: 'кадровик',
  municipalCoordinator: 'муниципальный координатор',
  methodologist: 'методист ИРО',
  tutor: 'тьютор ЦНППМ',
  centreHead: 'руководитель ЦНППМ',
  ministryOfficer: 'сотрудник министерства',
  federalOperator: 'федеральный оператор',
  federalCentre: 'федеральный центр',
  partner: 'социальный партнёр',
  guardian: 'законный представитель',
};
