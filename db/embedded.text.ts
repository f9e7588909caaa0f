/** The sentences told to whoever starts the program when the built-in database cannot start: what happened, what to do. */
export const embeddedText = {
  folderNotWritable: (folder: string) =>
    `Не получается записать в папку данных «${folder}»: дайте права на запись или укажите другую папку в DATA_DIR.`,
  foreignOwner: (folder: string) =>
    `База данных в папке «${folder}» создана другим пользователем компьютера: запустите программу от его имени или укажите другую папку в DATA_DIR.`,
  alreadyRunning: (folder: string, pid: number, since: string) =>
    `«Рядом» уже работает с папкой «${folder}» (процесс ${pid}, запущен ${since}): откройте его в браузере или сначала остановите.`,
  leftover: (pid: number) =>
    `От прошлого запуска остался процесс базы данных ${pid}, и остановить его не удалось: завершите его и запустите программу снова.`,
  otherVersion: (folder: string, found: string, needed: string) =>
    `База данных в папке «${folder}» создана PostgreSQL ${found}, а программа работает с версией ${needed}: верните прежнюю версию программы или укажите DATABASE_URL.`,
  settingsLost: (file: string) =>
    `Файл базы данных «${file}» пропал или повреждён: верните папку данных из резервной копии.`,
  noBinaries: (platform: string) =>
    `Для этой системы (${platform}) нет встроенного PostgreSQL: поставьте PostgreSQL 15 или новее и укажите его адрес в DATABASE_URL.`,
  cannotRun: (reason: string) =>
    `Встроенный PostgreSQL не запускается на этом компьютере (${reason}): запустите программу от обычного пользователя или укажите DATABASE_URL.`,
  didNotCreate: (reason: string) => `Не получилось создать базу данных: ${reason}.`,
  didNotStart: (logFile: string) =>
    `База данных не запустилась: причина записана в конце файла «${logFile}», данные не тронуты.`,
  copied: (place: string) =>
    `Программа обновилась: перед изменением базы данных сделана её копия «${place}». Как вернуться к ней, сказано в README.`,
  noCopy: (folder: string, reason: string) =>
    `Программа обновилась, но копию базы данных в папке «${folder}» сделать не получилось (${reason}): освободите место на диске и запустите снова, данные не тронуты.`,
  movedAside: (folder: string, place: string) =>
    `Папка «${folder}» закрыта от пользователя, под которым работает база данных, поэтому данные лежат в «${place}».`,
};
