window.__THAR_CONFIG = {
 "userInfo": {
  "accountId": "900100201",
  "userName": "tom_example",
  "displayName": "Tom Example"
 },
 "archiveInfo": {
  "sizeBytes": "12345",
  "generationDate": "2023-09-17T18:19:20.000Z",
  "isPartialArchive": false,
  "maxPartSizeBytes": "53687091200"
 },
 "readmeInfo": {
  "fileName": "data/README.txt"
 },
 "dataTypes": {
  "connectedApplication": {
   "files": [
    {
     "fileName": "data/connected-application.js",
     "globalName": "YTD.connected_application.part0",
     "count": "2"
    },
    {
     "fileName": "data/connected-application-part1.js",
     "globalName": "YTD.connected_application.part1",
     "count": "1"
    }
   ]
  },
  "sso": {
   "files": [
    {
     "fileName": "data/sso.js",
     "globalName": "YTD.sso.part0",
     "count": "1"
    }
   ]
  },
  "periscopeAccountInformation": {
   "files": [
    {
     "fileName": "data/periscope-account-information.js",
     "globalName": "YTD.periscope_account_information.part0",
     "count": "1"
    }
   ]
  }
 }
}