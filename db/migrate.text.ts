/** The sentences told to whoever starts the program when the tables cannot be brought to this version. */
export const migrateText = {
  newerSchema: (names: readonly string[]) =>
    `База данных новее этой версии программы (в ней есть «${names.join('», «')}»): установите более новую версию, данные не тронуты.`,
};
