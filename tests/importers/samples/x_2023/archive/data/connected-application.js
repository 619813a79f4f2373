window.YTD.connected_application.part0 = [
 {
  "connectedApplication": {
   "organization": {
    "name": "Example Tools Ltd",
    "url": "https://tools.example",
    "privacyPolicyUrl": "https://tools.example/privacy",
    "termsAndConditionsUrl": "javascript:alert(1)"
   },
   "name": "Example Scheduler",
   "description": "Schedules posts",
   "permissions": [
    "read",
    "write",
    "emailaddress"
   ],
   "approvedAt": "2021-03-04T05:06:07.000Z",
   "id": "1234567"
  }
 },
 {
  "connectedApplication": {
   "organization": {
    "name": "Old Library"
   },
   "name": "Bücher-Bote",
   "description": "Says what you read",
   "permissions": [
    "read"
   ],
   "approvedAt": "2015-12-31T23:59:59.000Z",
   "id": "1234568"
  }
 }
]