window.__THAR_CONFIG = {
  "userInfo" : {
    "accountId" : "100200300",
    "userName" : "sam_invented",
    "displayName" : "Sam Invented"
  },
  "archiveInfo" : {
    "sizeBytes" : "20480",
    "generationDate" : "2026-05-12T08:30:00.000Z",
    "isPartialArchive" : false,
    "maxPartSizeBytes" : "53687091200"
  },
  "readmeInfo" : {
    "fileName" : "data/README.txt",
    "directory" : "data/",
    "name" : "README.txt"
  },
  "dataTypes" : {
    "account" : {
      "files" : [
        {
          "fileName" : "data/account.js",
          "globalName" : "YTD.account.part0",
          "count" : "1"
        }
      ]
    },
    "connectedApplication" : {
      "files" : [
        {
          "fileName" : "data/connected-application.js",
          "globalName" : "YTD.connected_application.part0",
          "count" : "10"
        }
      ]
    },
    "deviceToken" : {
      "files" : [
        {
          "fileName" : "data/device-token.js",
          "globalName" : "YTD.device_token.part0",
          "count" : "3"
        }
      ]
    },
    "follower" : {
      "files" : [
        {
          "fileName" : "data/follower.js",
          "globalName" : "YTD.follower.part0",
          "count" : "17"
        }
      ]
    },
    "ipAudit" : {
      "files" : [
        {
          "fileName" : "data/ip-audit.js",
          "globalName" : "YTD.ip_audit.part0",
          "count" : "3"
        }
      ]
    },
    "niDevices" : {
      "files" : [
        {
          "fileName" : "data/ni-devices.js",
          "globalName" : "YTD.ni_devices.part0",
          "count" : "2"
        }
      ]
    },
    "personalization" : {
      "files" : [
        {
          "fileName" : "data/personalization.js",
          "globalName" : "YTD.personalization.part0",
          "count" : "1"
        }
      ]
    },
    "screenNameChange" : {
      "files" : [
        {
          "fileName" : "data/screen-name-change.js",
          "globalName" : "YTD.screen_name_change.part0",
          "count" : "1"
        }
      ]
    },
    "sso" : {
      "files" : [
        {
          "fileName" : "data/sso.js",
          "globalName" : "YTD.sso.part0",
          "count" : "1"
        }
      ]
    }
  }
}
