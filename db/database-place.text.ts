/** The sentence told when the configured server cannot be reached. */
export const startText = {
  databaseAway: (place: string) =>
    `База данных «${place}» из DATABASE_URL не отвечает: проверьте адрес, имя и пароль и что сервер запущен.`,
};
