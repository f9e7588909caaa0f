/** Subjects and parts of them that are written in capitals. */
export const SUBJECT_ABBREVIATIONS = ['ИЗО', 'ОБЖ', 'ОБЗР', 'МХК', 'ИКТ', 'ОРКСЭ', 'ОДНКНР', 'ЛФК', 'ИТ'];
