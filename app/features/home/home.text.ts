/** Words of the home page. */
export const homeText = {
  title: (day: string) => `Сегодня, ${day}`,
};
