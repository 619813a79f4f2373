"""What the labels in Meta's downloads mean, in the languages their users read them in.

English, French and a few others were seen in real downloads; the rest follows the words Meta uses
on its pages. A label that is not here is not lost: see `meta_rows`, which then goes by what stands
behind it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum

from footprint.domain.grant import GrantState
from footprint.importers.meta_text import repaired


class Meaning(StrEnum):
    """What a label stands for, whatever its language."""

    NAME = "name"
    MEMBER_ID = "member id"
    ADDED = "added"
    LAST_USED = "last used"
    EXPIRED = "expired"
    REMOVED = "removed"
    CATEGORY = "category"
    BLOCKED = "blocked"
    ADDRESS = "address"
    AGENT = "agent"
    TIME = "time"
    DEVICE_ID = "device id"
    SECRET = "secret"
    USERNAME = "username"
    ACCOUNT_TYPE = "account type"
    IDENTIFIER = "identifier"
    EMAIL = "e-mail"
    PHONE = "phone"


_M = Meaning
# Language → meaning → labels, parted by "|".
_WORDS: Mapping[str, Mapping[Meaning, str]] = {
    "en": {
        _M.NAME: "app name|name|application name|full name",
        _M.MEMBER_ID: "app user id|user id|unique id|your id in this app|user app scoped id",
        _M.ADDED: "added on|date added|added|added time|added timestamp|install time",
        _M.LAST_USED: "last active on|last active time|last active|last used",
        _M.EXPIRED: "expired on|date expired|expired|expiration time",
        _M.REMOVED: "removed on|date removed|removed|removed time|removed timestamp",
        _M.CATEGORY: "category|status|state",
        _M.BLOCKED: "apps blocked from accessing your data|blocked apps",
        _M.ADDRESS: "ip address|ip",
        _M.AGENT: "user agent|device",
        _M.TIME: "time|date and time|last login|date",
        _M.DEVICE_ID: "device id",
        _M.SECRET: "cookie name|cookie|token|datr cookie",
        _M.USERNAME: "username|user name",
        _M.ACCOUNT_TYPE: "account type",
        _M.IDENTIFIER: "identifier|id",
        _M.EMAIL: "email address|email|e-mail",
        _M.PHONE: "phone number|phone",
    },
    "de": {
        _M.NAME: "app-name|name der app|name der anwendung|vollständiger name",
        _M.MEMBER_ID: "app-nutzer-id|app-benutzer-id|nutzer-id|benutzer-id|eindeutige id",
        _M.ADDED: "hinzugefügt am|hinzufügungsdatum|hinzugefügt|datum hinzugefügt",
        _M.LAST_USED: "zuletzt aktiv am|zuletzt aktiv|letzte aktivität am",
        _M.EXPIRED: "abgelaufen am|ablaufdatum",
        _M.REMOVED: "entfernt am|datum entfernt",
        _M.CATEGORY: "kategorie",
        _M.BLOCKED: "apps, denen der zugriff auf deine daten verweigert wird|blockierte apps",
        _M.ADDRESS: "ip-adresse",
        _M.AGENT: "user-agent|gerät",
        _M.TIME: "zeit|uhrzeit|datum und uhrzeit|letzter login|letzte anmeldung|datum",
        _M.DEVICE_ID: "geräte-id",
        _M.SECRET: "cookie-name",
        _M.USERNAME: "benutzername|nutzername",
        _M.ACCOUNT_TYPE: "art des kontos|kontotyp",
        _M.IDENTIFIER: "kennung",
        _M.EMAIL: "e-mail-adresse",
        _M.PHONE: "telefonnummer|handynummer",
    },
    "fr": {
        _M.NAME: "nom de l'application|nom de l'app|nom|nom complet",
        _M.MEMBER_ID: "id utilisateur de l'application|id d'utilisateur|id utilisateur|id unique",
        _M.ADDED: "ajouté le|ajoutée le|date d'ajout|ajoutée|ajouté",
        _M.LAST_USED: "dernière activité le|dernière activité|actif pour la dernière fois le",
        _M.EXPIRED: "expiré le|expirée le|date d'expiration",
        _M.REMOVED: "supprimé le|supprimée le|retirée le|date de suppression",
        _M.CATEGORY: "catégorie|statut|état",
        _M.BLOCKED: "applications bloquées|applications n'ayant pas accès à vos données",
        _M.ADDRESS: "adresse ip",
        _M.AGENT: "agent utilisateur|appareil",
        _M.TIME: "heure|date et heure|dernière connexion",
        _M.DEVICE_ID: "id de l'appareil|identifiant de l'appareil",
        _M.SECRET: "nom du cookie",
        _M.USERNAME: "nom d'utilisateur|nom d'utilisateur·rice",
        _M.ACCOUNT_TYPE: "type de compte",
        _M.IDENTIFIER: "identifiant",
        _M.EMAIL: "adresse e-mail",
        _M.PHONE: "numéro de téléphone",
    },
    "es": {
        _M.NAME: "nombre de la aplicación|nombre de la app|nombre|nombre completo",
        _M.MEMBER_ID: "id de usuario de la aplicación|id de usuario|identificador único|id único",
        _M.ADDED: "añadida el|añadido el|agregada el|agregado el|fecha en que se agregó",
        _M.LAST_USED: "última actividad el|última actividad|última vez activo",
        _M.EXPIRED: "caducó el|caducada el|venció el|fecha de caducidad",
        _M.REMOVED: "eliminada el|eliminado el|fecha de eliminación",
        _M.CATEGORY: "categoría|estado",
        _M.BLOCKED: "aplicaciones bloqueadas|aplicaciones sin acceso a tus datos",
        _M.ADDRESS: "dirección ip",
        _M.AGENT: "agente de usuario|dispositivo",
        _M.TIME: "hora|fecha y hora|último inicio de sesión|fecha",
        _M.DEVICE_ID: "id del dispositivo|identificador del dispositivo",
        _M.SECRET: "nombre de la cookie",
        _M.USERNAME: "nombre de usuario",
        _M.ACCOUNT_TYPE: "tipo de cuenta",
        _M.IDENTIFIER: "identificador",
        _M.EMAIL: "dirección de correo electrónico|correo electrónico",
        _M.PHONE: "número de teléfono",
    },
    "it": {
        _M.NAME: "nome dell'app|nome app|nome dell'applicazione|nome|nome completo",
        _M.MEMBER_ID: "id utente dell'app|id utente|id univoco",
        _M.ADDED: "aggiunta il|aggiunto il|data di aggiunta",
        _M.LAST_USED: "ultima attività il|ultima attività|ultimo accesso attivo",
        _M.EXPIRED: "scaduta il|scaduto il|data di scadenza",
        _M.REMOVED: "rimossa il|rimosso il|data di rimozione",
        _M.CATEGORY: "categoria|stato",
        _M.BLOCKED: "app bloccate|app a cui è impedito l'accesso ai tuoi dati",
        _M.ADDRESS: "indirizzo ip",
        _M.AGENT: "agente utente|dispositivo",
        _M.TIME: "ora|data e ora|ultimo accesso|data",
        _M.DEVICE_ID: "id dispositivo|id del dispositivo",
        _M.SECRET: "nome del cookie|nome cookie",
        _M.USERNAME: "nome utente",
        _M.ACCOUNT_TYPE: "tipo di account",
        _M.IDENTIFIER: "identificativo",
        _M.EMAIL: "indirizzo e-mail",
        _M.PHONE: "numero di telefono",
    },
    "pt": {
        _M.NAME: "nome do aplicativo|nome da aplicação|nome do app|nome|nome completo",
        _M.MEMBER_ID: "id de usuário do aplicativo|id do usuário do app|id de utilizador da app"
        "|id do usuário|id exclusiva|identificação exclusiva",
        _M.ADDED: "adicionado em|adicionada em|data de adição|data em que foi adicionado",
        _M.LAST_USED: "última atividade em|última atividade|ativo pela última vez em",
        _M.EXPIRED: "expirou em|expirado em|expirada em|data de expiração",
        _M.REMOVED: "removido em|removida em|data de remoção",
        _M.CATEGORY: "categoria|estado|status",
        _M.BLOCKED: "aplicativos bloqueados|aplicações bloqueadas|apps bloqueados",
        _M.ADDRESS: "endereço ip|endereço de ip",
        _M.AGENT: "agente do usuário|agente de utilizador|dispositivo",
        _M.TIME: "hora|horário|data e hora|último login|último início de sessão|data",
        _M.DEVICE_ID: "id do dispositivo|identificação do dispositivo",
        _M.SECRET: "nome do cookie",
        _M.USERNAME: "nome de usuário|nome de utilizador",
        _M.ACCOUNT_TYPE: "tipo de conta",
        _M.IDENTIFIER: "identificador",
        _M.EMAIL: "endereço de email|endereço de e-mail|email",
        _M.PHONE: "número de telefone|número de telemóvel",
    },
    "nl": {
        _M.NAME: "naam van app|app-naam|naam van de app|naam|volledige naam",
        _M.MEMBER_ID: "gebruikers-id van app|app-gebruikers-id|gebruikers-id|unieke id",
        _M.ADDED: "toegevoegd op|datum toegevoegd|toegevoegd",
        _M.LAST_USED: "laatst actief op|laatst actief",
        _M.EXPIRED: "verlopen op|vervaldatum",
        _M.REMOVED: "verwijderd op|datum verwijderd",
        _M.CATEGORY: "categorie|status",
        _M.BLOCKED: "geblokkeerde apps|apps die geen toegang hebben tot je gegevens",
        _M.ADDRESS: "ip-adres",
        _M.AGENT: "user agent|gebruikersagent|apparaat",
        _M.TIME: "tijd|tijdstip|datum en tijd|laatste aanmelding|datum",
        _M.DEVICE_ID: "apparaat-id",
        _M.SECRET: "cookienaam|naam van cookie",
        _M.USERNAME: "gebruikersnaam",
        _M.ACCOUNT_TYPE: "accounttype|soort account",
        _M.EMAIL: "e-mailadres",
        _M.PHONE: "telefoonnummer",
    },
    "pl": {
        _M.NAME: "nazwa aplikacji|imię i nazwisko|nazwa",
        _M.MEMBER_ID: "identyfikator użytkownika aplikacji|identyfikator użytkownika"
        "|unikalny identyfikator",
        _M.ADDED: "dodano|data dodania|dodana",
        _M.LAST_USED: "ostatnia aktywność|ostatnio aktywna",
        _M.EXPIRED: "wygasła|wygasło|data wygaśnięcia",
        _M.REMOVED: "usunięto|data usunięcia|usunięta",
        _M.CATEGORY: "kategoria|stan",
        _M.BLOCKED: "zablokowane aplikacje|aplikacje bez dostępu do twoich danych",
        _M.ADDRESS: "adres ip",
        _M.AGENT: "klient użytkownika|agent użytkownika|urządzenie",
        _M.TIME: "godzina|czas|data i godzina|ostatnie logowanie|data",
        _M.DEVICE_ID: "identyfikator urządzenia",
        _M.SECRET: "nazwa pliku cookie",
        _M.USERNAME: "nazwa użytkownika",
        _M.ACCOUNT_TYPE: "typ konta|rodzaj konta",
        _M.IDENTIFIER: "identyfikator",
        _M.EMAIL: "adres e-mail",
        _M.PHONE: "numer telefonu",
    },
}

_STATES = {
    GrantState.LIVE: "active|aktiv|actif|active|activo|activa|attivo|attiva|ativo|ativa|actief"
    "|aktywna|aktywne",
    GrantState.EXPIRED: "inactive|expired|inaktiv|abgelaufen|inactif|expiré|expirée|inactivo"
    "|inactiva|caducada|inattivo|inattiva|scaduta|inativo|inativa|expirado|inactief|verlopen"
    "|nieaktywna|wygasła",
    GrantState.REMOVED: "removed|entfernt|supprimé|supprimée|eliminado|eliminada|rimosso|rimossa"
    "|removido|removida|verwijderd|usunięta|usunięte",
}

# "A list uploaded or used by the advertiser": of Meta's three reasons only this one says "list".
_LIST = re.compile(r"\b(list|lists|liste|listen|lista|listas|liste|listę|listă|lijst|elenco)\b")
# "Interactions you may have had with the advertiser's website": so in all languages met so far.
_INTERACTION = re.compile(r"\bintera")
_LIST_ENTITY = re.compile(r"data_?file|custom_?list")


def _folded(label: str) -> str:
    plain = unicodedata.normalize("NFC", repaired(label)).casefold().replace("’", "'")
    return " ".join(plain.replace("_", " ").strip(" :\u00a0").split())


def _index() -> dict[str, tuple[Meaning, str]]:
    """Label → meaning and the first language that has it so."""
    index: dict[str, tuple[Meaning, str]] = {}
    for language, meanings in _WORDS.items():
        for meaning, written in meanings.items():
            for label in written.split("|"):
                index.setdefault(_folded(label), (meaning, language))
    return index


_MEANINGS = _index()
_STATE_WORDS = {word: state for state, words in _STATES.items() for word in words.split("|")}


def meaning(label: str) -> Meaning | None:
    """What `label` stands for; None when it is not known."""
    found = _MEANINGS.get(_folded(label))
    return found[0] if found else None


def state(word: str) -> GrantState | None:
    """The state a category such as "active" or "inaktiv" means; None when it is not known."""
    return _STATE_WORDS.get(_folded(word))


def says_list(label: str) -> bool:
    """Whether `label` means that the advertiser uploaded or used a list of people."""
    folded = _folded(label)
    return bool(_LIST.search(folded) or _LIST_ENTITY.search(folded.replace(" ", "_")))


def says_interaction(label: str) -> bool:
    """Whether `label` means that the person visited or used something of the advertiser."""
    return bool(_INTERACTION.search(_folded(label)))


def languages(labels: Iterable[str]) -> list[str]:
    """The languages these labels are written in, the likeliest first; none known: none."""
    counts: dict[str, int] = {}
    for label in labels:
        known = _MEANINGS.get(_folded(label))
        if known:
            counts[known[1]] = counts.get(known[1], 0) + 1
    return sorted(counts, key=lambda language: -counts[language])
