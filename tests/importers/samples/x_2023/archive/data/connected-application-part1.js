window.YTD.connected_application.part1 = [
 {
  "connectedApplication": {
   "name": "Third of another file",
   "permissions": [],
   "approvedAt": "2022-02-22T22:22:22.000Z",
   "id": "1234569"
  }
 }
]