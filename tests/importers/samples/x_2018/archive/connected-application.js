window.YTD.connected_application.part0 = [
 {
  "connectedApplication": {
   "organization": {
    "name": "Clout Counters Inc",
    "url": "https://clout.example",
    "privacyPolicyUrl": "https://clout.example/privacy",
    "termsAndConditionsUrl": "https://clout.example/terms"
   },
   "name": "Clout Counter",
   "description": "Your influence as one number",
   "permissions": [
    "read",
    "write"
   ],
   "approvedAtMsec": "1303371900000",
   "id": "11001"
  }
 },
 {
  "connectedApplication": {
   "organization": {},
   "name": "Sunday Scheduler – für dich",
   "description": "",
   "permissions": "read",
   "approvedAtMsec": "1514764800000",
   "id": "11002"
  }
 },
 {
  "connectedApplication": {
   "name": "Nameless organisation",
   "permissions": [
    "read",
    "write",
    "directmessages"
   ],
   "approvedAtMsec": "0",
   "id": 11003
  }
 }
]