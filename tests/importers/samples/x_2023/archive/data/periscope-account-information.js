window.YTD.periscope_account_information.part0 = [
 {
  "periscopeAccountInformation": {
   "id": "1AbC",
   "displayName": "Tom",
   "username": "tom_example",
   "createdAt": "2017-06-07T08:09:10.000Z",
   "isTwitterUser": true,
   "twitterId": "900100201"
  }
 }
]