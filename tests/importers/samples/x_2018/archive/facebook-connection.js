window.YTD.facebook_connection.part0 = [
 {
  "facebookConnection": {
   "name": "Mira Beispiel",
   "createdAt": "2012-03-04T05:06:07.000Z"
  }
 }
]