window.YTD.device_token.part0 = [
 {
  "deviceToken": {
   "clientApplicationId": "129032",
   "token": "SECRET-TOKEN-1",
   "createdAt": "2022-05-06T07:08:09.000Z",
   "lastSeenAt": "2023-09-16T10:11:12.000Z",
   "clientApplicationName": "X for iPhone"
  }
 },
 {
  "deviceToken": {
   "token": "SECRET-TOKEN-2",
   "createdAt": "2021-05-06T07:08:09.000Z"
  }
 }
]