/** Labels and phrases of `systeminfo` by language, as far as the practice files use them (inventory-sources, section 3). */
export interface SysteminfoWords {
  readonly host: string;
  readonly osName: string;
  readonly osVersion: string;
  readonly maker: string;
  readonly systemType: string;
  readonly directory: string;
  readonly locale: string;
  readonly zone: string;
  readonly memory: string;
  readonly domain: string;
  readonly logon: string;
  readonly hotfixes: string;
  readonly cards: string;
  /** Stands for "no service pack" in the version line. */
  readonly none: string;
  readonly build: string;
  /** `#` is the number of hotfixes. */
  readonly count: string;
  /** Value of the locale line: tag, semicolon, name. */
  readonly localeValue: string;
}

export type PracticeLanguage = 'en' | 'de' | 'fr' | 'es' | 'it' | 'ru' | 'zh';

export const systeminfoWords: Readonly<Record<PracticeLanguage, SysteminfoWords>> = {
  en: {
    host: 'Host Name',
    osName: 'OS Name',
    osVersion: 'OS Version',
    maker: 'OS Manufacturer',
    systemType: 'System Type',
    directory: 'Windows Directory',
    locale: 'System Locale',
    zone: 'Time Zone',
    memory: 'Total Physical Memory',
    domain: 'Domain',
    logon: 'Logon Server',
    hotfixes: 'Hotfix(s)',
    cards: 'Network Card(s)',
    none: 'N/A',
    build: 'Build',
    count: '# Hotfix(s) Installed.',
    localeValue: 'en-us;English (United States)',
  },
  de: {
    host: 'Hostname',
    osName: 'Betriebssystemname',
    osVersion: 'Betriebssystemversion',
    maker: 'Betriebssystemhersteller',
    systemType: 'Systemtyp',
    directory: 'Windows-Verzeichnis',
    locale: 'Systemgebietsschema',
    zone: 'Zeitzone',
    memory: 'Gesamter physischer Speicher',
    domain: 'Domäne',
    logon: 'Anmeldeserver',
    hotfixes: 'Hotfix(es)',
    cards: 'Netzwerkkarte(n)',
    none: 'Nicht zutreffend',
    build: 'Build',
    count: '# Hotfix(e) installiert.',
    localeValue: 'de;Deutsch (Deutschland)',
  },
  fr: {
    host: "Nom de l'hôte",
    osName: "Nom du système d'exploitation",
    osVersion: 'Version du système',
    maker: "Fabricant du système d'exploitation",
    systemType: 'Type du système',
    directory: 'Répertoire Windows',
    locale: 'Option régionale du système',
    zone: 'Fuseau horaire',
    memory: 'Mémoire physique totale',
    domain: 'Domaine',
    logon: "Serveur d'ouverture de session",
    hotfixes: 'Correctif(s)',
    cards: 'Carte(s) réseau',
    none: 'N/A',
    build: 'version',
    count: '# Corrections installées.',
    localeValue: 'fr;Français (France)',
  },
  es: {
    host: 'Nombre de host',
    osName: 'Nombre del sistema operativo',
    osVersion: 'Versión del sistema operativo',
    maker: 'Fabricante del sistema operativo',
    systemType: 'Tipo de sistema',
    directory: 'Directorio de Windows',
    locale: 'Configuración regional del sistema',
    zone: 'Zona horaria',
    memory: 'Cantidad total de memoria física',
    domain: 'Dominio',
    logon: 'Servidor de inicio de sesión',
    hotfixes: 'Revisión(es)',
    cards: 'Tarjeta(s) de red',
    none: 'N/D',
    build: 'Compilación',
    count: '# revisión(es) instaladas.',
    localeValue: 'es;Español (internacional)',
  },
  it: {
    host: 'Nome host',
    osName: 'Nome SO',
    osVersion: 'Versione SO',
    maker: 'Produttore SO',
    systemType: 'Tipo sistema',
    directory: 'Directory Windows',
    locale: 'Impostazioni locali sistema',
    zone: 'Fuso orario',
    memory: 'Memoria fisica totale',
    domain: 'Dominio',
    logon: 'Server di accesso',
    hotfixes: 'Aggiornamenti rapidi',
    cards: 'Schede di rete',
    none: 'N/D',
    build: 'build',
    count: '# aggiornamenti rapidi installati.',
    localeValue: 'it;Italiano (Italia)',
  },
  ru: {
    host: 'Имя узла',
    osName: 'Название ОС',
    osVersion: 'Версия ОС',
    maker: 'Изготовитель ОС',
    systemType: 'Тип системы',
    directory: 'Папка Windows',
    locale: 'Язык системы',
    zone: 'Часовой пояс',
    memory: 'Полный объем физической памяти',
    domain: 'Домен',
    logon: 'Сервер входа в сеть',
    hotfixes: 'Исправление(я)',
    cards: 'Сетевые адаптеры',
    none: 'Н/Д',
    build: 'построение',
    count: 'Число установленных исправлений - #.',
    localeValue: 'ru;Русский',
  },
  zh: {
    host: '主机名',
    osName: 'OS 名称',
    osVersion: 'OS 版本',
    maker: 'OS 制造商',
    systemType: '系统类型',
    directory: 'Windows 目录',
    locale: '系统区域设置',
    zone: '时区',
    memory: '物理内存总量',
    domain: '域',
    logon: '登录服务器',
    hotfixes: '修补程序',
    cards: '网卡',
    none: '暂缺',
    build: 'Build',
    count: '安装了 # 个修补程序。',
    localeValue: 'zh-cn;中文(中国)',
  },
};
